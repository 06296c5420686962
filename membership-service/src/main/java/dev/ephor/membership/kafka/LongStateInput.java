package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.WrittenEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what was written before states were kept short: every number at its full length. */
final class LongStateInput extends StateInput {

    LongStateInput(MembershipKey key, byte[] bytes, int from) {
        super(key, bytes, from);
    }

    @Override
    int count() throws IOException {
        return readInt();
    }

    @Override
    long number() throws IOException {
        return readLong();
    }

    @Override
    String text() throws IOException {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    @Override
    Instant time() throws IOException {
        return Instant.ofEpochSecond(readLong(), readInt());
    }

    @Override
    Kept kept(MembershipKey key) throws IOException {
        String id = text();
        String type = text();
        Instant time = time();
        return Kept.of(
                key,
                new WrittenEvent(
                        id,
                        Saying.SOURCE,
                        type,
                        time,
                        key.toString(),
                        text(),
                        maybeText(),
                        maybeText(),
                        bytes()));
    }
}
