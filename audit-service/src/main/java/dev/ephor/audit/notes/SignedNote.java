package dev.ephor.audit.notes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text and who signed it (C2SP signed-note).
 *
 * @param text ends with a line's end
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    /**
     * @throws IllegalArgumentException when this is no signed note
     */
    public static SignedNote parse(String note) {
        int divide = note.lastIndexOf("\n\n");
        boolean isWhole = note.length() <= LONGEST && note.endsWith("\n");
        if (!isWhole || divide < 0 || note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new IllegalArgumentException(
                    "this is no signed note: a text, an empty line, and signature lines");
        }
        List<NoteSignature> signatures =
                note.substring(divide + 2).lines().map(NoteSignature::parse).toList();
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException(
                    "a note has from 1 to %d signatures".formatted(MOST_SIGNATURES));
        }
        return new SignedNote(note.substring(0, divide + 1), signatures);
    }

    /**
     * The signatures by these keys; those of others are not looked at.
     *
     * @throws IllegalArgumentException when one of them is false, or there is none
     */
    public List<NoteSignature> signaturesBy(Collection<VerifierKey> keys) {
        var verified = new ArrayList<NoteSignature>();
        for (NoteSignature signature : signatures) {
            for (VerifierKey key : keys) {
                if (signature.isBy(key) && !key.verifies(text, signature)) {
                    throw new IllegalArgumentException(
                            "the signature of " + key.name() + " is not one over this text");
                } else if (signature.isBy(key)) {
                    verified.add(signature);
                }
            }
        }
        if (verified.isEmpty()) {
            throw new IllegalArgumentException("no key that is known signed this note");
        }
        return verified;
    }

    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}
