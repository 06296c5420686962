package dev.ephor.audit.notes;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** A private key that signs notes, and the key that checks what it signs. */
public final class SigningKey {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** Of a seed: the 32 bytes that RFC 8032 calls the private key. */
    static SigningKey of(String name, VerifierKey.Type type, byte[] seed) {
        KeyPair pair = Ed25519.pair(seed);
        return new SigningKey(pair.getPrivate(), VerifierKey.of(name, type, pair.getPublic()));
    }

    /**
     * A key as {@code openssl genpkey -algorithm ed25519} writes it: PKCS #8 in PEM.
     *
     * @param name of the key, which should be the log's origin
     * @throws IllegalArgumentException when this is none
     */
    public static SigningKey ofPem(String name, String pem) {
        String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            var key = (EdECPrivateKey) KeyFactory.getInstance("Ed25519").generatePrivate(spec);
            return of(name, VerifierKey.Type.ED25519, key.getBytes().orElseThrow());
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "this is no Ed25519 private key in PEM (openssl genpkey -algorithm ed25519)",
                    e);
        }
    }

    /** A new key in PEM. */
    public static String newPem(SecureRandom random) {
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        byte[] encoded = Ed25519.pair(seed).getPrivate().getEncoded();
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a note's text. */
    public NoteSignature sign(String text) {
        byte[] signed = Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8));
        return new NoteSignature(verifier.name(), verifier.id(), signed);
    }

    /** Signs a checkpoint as a witness does. */
    public NoteSignature cosign(String text, long seconds) {
        byte[] signed = Ed25519.sign(key, Cosignature.message(seconds, text));
        byte[] timed =
                ByteBuffer.allocate(Long.BYTES + signed.length)
                        .putLong(seconds)
                        .put(signed)
                        .array();
        return new NoteSignature(verifier.name(), verifier.id(), timed);
    }
}
