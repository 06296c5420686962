package dev.ephor.audit.application;

import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.notes.VerifierKey;
import java.util.List;
import java.util.stream.Stream;

/**
 * Under which name the log signs, with which keys, and whose cosignatures it takes.
 *
 * @param signers each of them signs every checkpoint; none: nothing is signed
 * @param retired keys that signed earlier checkpoints
 */
public record LogIdentity(
        String origin,
        List<SigningKey> signers,
        List<VerifierKey> retired,
        List<VerifierKey> witnesses) {

    /** Every key by which a checkpoint of this log can be checked, those in use first. */
    public List<VerifierKey> verifiers() {
        return Stream.concat(signers.stream().map(SigningKey::verifier), retired.stream()).toList();
    }

    public boolean canSign() {
        return !signers.isEmpty();
    }
}
