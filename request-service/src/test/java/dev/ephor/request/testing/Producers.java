package dev.ephor.request.testing;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.test.TestIssuer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Producers of signals: one whom the broker vouches for ({@code /test}), and one that signs. What
 * they sign is put together here by hand, from the page that says how.
 */
public final class Producers {
    public static final String EDR = "/signals/edr.example.org";

    private static final KeyPair ED25519 = pair("Ed25519");
    private static final KeyPair P256 = pair("EC");
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Producers() {}

    static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        settings.putAll(settings(0, "test", "/test", TestIssuer.TENANT));
        settings.put("ephor.signals.producers[0].unsigned", "true");
        settings.putAll(settings(1, "edr", EDR, TestIssuer.TENANT));
        settings.put("ephor.signals.producers[1].keys", text(P256) + "," + text(ED25519));
        settings.put(
                "ephor.signals.producers[1].types", "revoke-access,suspend-access,resume-access");
        return settings;
    }

    private static Map<String, String> settings(int n, String name, String source, String tenant) {
        String producer = "ephor.signals.producers[%d].".formatted(n);
        return Map.of(
                producer + "name", name, producer + "source", source, producer + "tenants", tenant);
    }

    /** By an Ed25519 key, as the page says. */
    public static ProducerRecord<String, byte[]> signed(Envelope<?> event) {
        return signed(
                event, "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}", "Ed25519", ED25519);
    }

    public static ProducerRecord<String, byte[]> signedWithP256(Envelope<?> event) {
        return signed(
                event,
                "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "SHA256withECDSAinP1363Format",
                P256);
    }

    public static ProducerRecord<String, byte[]> signedByAStranger(Envelope<?> event) {
        return signed(
                event,
                "{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}",
                "Ed25519",
                pair("Ed25519"));
    }

    private static ProducerRecord<String, byte[]> signed(
            Envelope<?> event, String header, String algorithm, KeyPair by) {
        ProducerRecord<String, byte[]> record = EventCodec.encode(event);
        String protectedHeader = BASE64URL.encodeToString(header.getBytes(StandardCharsets.UTF_8));
        var input = new ByteArrayOutputStream();
        input.writeBytes((protectedHeader + ".").getBytes(StandardCharsets.UTF_8));
        for (String name : new String[] {"ce_id", "ce_source", "ce_type", "ce_time"}) {
            input.writeBytes(record.headers().lastHeader(name).value());
            input.write('\n');
        }
        input.writeBytes((record.key() + "\n").getBytes(StandardCharsets.UTF_8));
        input.writeBytes(record.value());
        String signature = BASE64URL.encodeToString(sign(algorithm, by, input.toByteArray()));
        record.headers()
                .add(
                        "ephor-signature",
                        (protectedHeader + ".." + signature).getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static byte[] sign(String algorithm, KeyPair by, byte[] input) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(by.getPrivate());
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(256);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    }
}
