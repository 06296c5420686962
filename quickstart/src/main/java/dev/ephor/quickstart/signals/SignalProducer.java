package dev.ephor.quickstart.signals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends signals to {@code ephor.signals} and signs them, with nothing but a Kafka client and the
 * JDK: what docs/signals.md asks of another system. Its key lives as long as this process.
 */
public final class SignalProducer {
    public static final String NAME = "edr";
    public static final String SOURCE = "/signals/edr.example.org";

    private static final String TOPIC = "ephor.signals";
    private static final KeyPair KEYS = keys();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64URL.encodeToString(utf8("{\"alg\":\"EdDSA\",\"b64\":false,\"crit\":[\"b64\"]}"));

    private final String bootstrapServers;

    public SignalProducer(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** The key by which its signals are known, as the setting {@code keys} takes it. */
    public static String publicKey() {
        return Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded());
    }

    /**
     * Sends one; it is on the topic when this returns.
     *
     * @param type such as {@code dev.ephor.signal.revoke-access.v2}
     * @param key such as {@code principal/TENANT/ID}
     */
    public void send(String type, String key, String json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ce_id", UUID.randomUUID().toString());
        attributes.put("ce_source", SOURCE);
        attributes.put("ce_type", type);
        attributes.put("ce_time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        var record = new ProducerRecord<>(TOPIC, key, utf8(json));
        attributes.forEach((name, value) -> record.headers().add(name, utf8(value)));
        record.headers()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_correlationid", utf8("case-1187"))
                .add("content-type", utf8("application/json"))
                .add("ephor-signature", utf8(signature(List.copyOf(attributes.values()), record)));
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the signal was not taken", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending", e);
        }
    }

    private static String signature(
            List<String> attributes, ProducerRecord<String, byte[]> record) {
        var input = new ByteArrayOutputStream();
        input.writeBytes(utf8(HEADER + "."));
        attributes.forEach(line -> input.writeBytes(utf8(line + "\n")));
        input.writeBytes(utf8(record.key() + "\n"));
        input.writeBytes(record.value());
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KEYS.getPrivate());
            signature.update(input.toByteArray());
            return HEADER + ".." + BASE64URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
