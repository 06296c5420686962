package dev.ephor.audit.notes;

import dev.ephor.audit.sealing.Hash;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log says of itself (C2SP tlog-checkpoint): its name, how many leaves it has, and the root
 * of their tree.
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES = 3;

    /**
     * @param text of a note
     * @throws IllegalArgumentException when it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < LINES || lines.getFirst().isEmpty() || !text.endsWith("\n")) {
            throw new IllegalArgumentException(
                    "a checkpoint is origin, size and root, a line each");
        }
        if (!SIZE.matcher(lines.get(1)).matches()) {
            throw new IllegalArgumentException("this is no size of a log: " + lines.get(1));
        }
        try {
            return new Checkpoint(
                    lines.getFirst(),
                    Long.parseLong(lines.get(1)),
                    Hash.of(Base64.getDecoder().decode(lines.get(2))));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("this is no root of a log: " + lines.get(2), e);
        }
    }

    /** The text that is signed. */
    public String text() {
        String base64 = Base64.getEncoder().encodeToString(root.bytes());
        return "%s\n%d\n%s\n".formatted(origin, size, base64);
    }
}
