package dev.ephor.audit.notes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * A signature line of a note.
 *
 * @param name of the key
 * @param id of the key
 */
@SuppressWarnings("ArrayRecordComponent") // lines are compared by their text
public record NoteSignature(String name, int id, byte[] bytes) {
    private static final String BEGINNING = "\u2014 ";

    /**
     * @param line without its end
     * @throws IllegalArgumentException when this is no signature line
     */
    static NoteSignature parse(String line) {
        int space = line.indexOf(' ', BEGINNING.length());
        if (!line.startsWith(BEGINNING) || space < 0) {
            throw new IllegalArgumentException("this is no signature line: " + line);
        }
        String name = line.substring(BEGINNING.length(), space);
        byte[] blob = Base64.getDecoder().decode(line.substring(space + 1));
        if (!VerifierKey.isName(name) || blob.length <= Integer.BYTES) {
            throw new IllegalArgumentException("this is no signature line: " + line);
        }
        return new NoteSignature(
                name,
                ByteBuffer.wrap(blob).getInt(),
                Arrays.copyOfRange(blob, Integer.BYTES, blob.length));
    }

    boolean isBy(VerifierKey key) {
        return name.equals(key.name()) && id == key.id();
    }

    /** The line, with its end. */
    @Override
    public String toString() {
        byte[] blob =
                ByteBuffer.allocate(Integer.BYTES + bytes.length).putInt(id).put(bytes).array();
        return BEGINNING + name + " " + Base64.getEncoder().encodeToString(blob) + "\n";
    }
}
