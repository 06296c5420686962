package dev.ephor.kit.time;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Ids that come out the same when the same thing is done again, so that doing it again is known as
 * such.
 */
public final class DeterministicId {
    private DeterministicId() {}

    /**
     * The id of these parts, in this order. Parts are kept apart by a character that no id holds.
     */
    public static String of(String... parts) {
        return UUID.nameUUIDFromBytes(String.join("\n", parts).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
