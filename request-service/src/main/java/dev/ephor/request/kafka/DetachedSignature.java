package dev.ephor.request.kafka;

import java.security.PublicKey;
import java.util.List;
import java.util.regex.Pattern;
import org.jose4j.base64url.Base64Url;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A JWS whose payload travels elsewhere (RFC 7515, appendix F), with the payload as it is or in
 * base 64 (RFC 7797). Two algorithms with public keys, and no other.
 */
record DetachedSignature(String text) {
    private static final Pattern DETACHED = Pattern.compile("[A-Za-z0-9_-]+\\.\\.[A-Za-z0-9_-]+");
    private static final AlgorithmConstraints ALGORITHMS =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.EDDSA,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);

    /** Whether one of these keys made it for these bytes. */
    boolean signs(byte[] payload, List<PublicKey> keys) {
        return DETACHED.matcher(text).matches()
                && keys.stream().anyMatch(key -> signs(payload, key));
    }

    private boolean signs(byte[] payload, PublicKey key) {
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ALGORITHMS);
            jws.setCompactSerialization(text);
            setPayload(jws, payload);
            jws.setKey(key);
            return jws.verifySignature();
        } catch (JoseException e) {
            // Of another algorithm than the key's, or no header: not by this key.
            return false;
        }
    }

    /** Where it is signed in base 64, jose4j wants it so; else it takes the text's empty one. */
    private static void setPayload(JsonWebSignature jws, byte[] payload) {
        if (Boolean.FALSE.equals(jws.getHeaders().getObjectHeaderValue("b64"))) {
            jws.setPayloadBytes(payload);
        } else {
            jws.setEncodedPayload(Base64Url.encode(payload));
        }
    }
}
