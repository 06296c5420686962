package dev.ephor.request.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DetachedSignatureTest {
    private static final byte[] PAYLOAD = "a\nb\n".getBytes(UTF_8);
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair = pair();

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] input(String header) {
        return (encoded(header) + "." + BASE64URL.encodeToString(PAYLOAD)).getBytes(UTF_8);
    }

    private static String encoded(String header) {
        return BASE64URL.encodeToString(header.getBytes(UTF_8));
    }

    private boolean isBelieved(String header, byte[] signed) {
        String text = encoded(header) + ".." + BASE64URL.encodeToString(signed);
        return new DetachedSignature(text).signs(PAYLOAD, List.of(pair.getPublic()));
    }

    private byte[] signed(KeyPair by, String header) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(by.getPrivate());
        signature.update(input(header));
        return signature.sign();
    }

    @Test
    void believes_the_key_that_it_knows() throws Exception {
        String header = "{\"alg\":\"EdDSA\"}";
        assertThat(isBelieved(header, signed(pair, header))).isTrue();
        assertThat(isBelieved(header, signed(pair(), header))).isFalse();
    }

    /** The public key is known to everybody, and no secret. */
    @Test
    void takes_no_public_key_for_a_shared_secret() throws Exception {
        String header = "{\"alg\":\"HS256\"}";
        var hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(pair.getPublic().getEncoded(), "HmacSHA256"));
        assertThat(isBelieved(header, hmac.doFinal(input(header)))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"ES256\"}",
                "{\"alg\":\"RS256\"}",
                "{}",
                "[]",
                "no JSON",
                "{\"alg\":\"EdDSA\",\"crit\":[\"unknown\"],\"unknown\":1}"
            })
    void believes_no_other_header(String header) throws Exception {
        assertThat(isBelieved(header, signed(pair, header))).isFalse();
    }

    /** Whoever signs brings no key of their own. */
    @Test
    void looks_at_no_key_that_a_header_names() throws Exception {
        KeyPair stranger = pair();
        byte[] raw = stranger.getPublic().getEncoded();
        String x =
                BASE64URL.encodeToString(
                        java.util.Arrays.copyOfRange(raw, raw.length - 32, raw.length));
        String header =
                "{\"alg\":\"EdDSA\",\"kid\":\"../../key\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"%s\"}}"
                        .formatted(x);
        assertThat(isBelieved(header, signed(stranger, header))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a..", "..a", "a.b.c", "a..b..c", "a..b\n"})
    void is_no_signature(String text) {
        assertThat(new DetachedSignature(text).signs(PAYLOAD, List.of(pair.getPublic()))).isFalse();
    }
}
