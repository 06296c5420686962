package dev.ephor.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Kafka clients the way every service uses them. Everything under {@code kafka.} in the
 * configuration (brokers, security) goes to each; what correctness or latency rests on is set here.
 */
@ApplicationScoped
public class KafkaClients {
    private final Map<String, Object> settings;
    private final String service;
    private final String instance;

    KafkaClients(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "ephor.instance", defaultValue = "0") String instance) {
        this.settings = settings;
        this.service = service;
        this.instance = instance;
    }

    /**
     * A producer that sends at once, keeps the order, writes each record once, and goes on trying
     * for as long as it takes.
     */
    public KafkaProducer<String, byte[]> producer(String name) {
        Map<String, Object> config = named(name);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // Kafka 4 waits 5 ms by default in the hope of a fuller batch; every hop of an activation
        // would pay it.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        // Giving up on one record while a later one of the same key goes through would turn their
        // order round.
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /**
     * A consumer in the group {@code <service>-<name>}. It is a static member: after a restart,
     * also after a kill, it has its partitions back at once instead of after the session time-out.
     */
    public KafkaConsumer<byte[], byte[]> consumer(String name) {
        Map<String, Object> config = reader(name);
        config.put(ConsumerConfig.GROUP_ID_CONFIG, service + "-" + name);
        config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, service + "-" + name + "-" + instance);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
        // A database outage is waited for while holding the partitions; handing them to another
        // instance would not end it.
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 3_600_000);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A consumer without a group, which reads what it is assigned by hand. */
    public KafkaConsumer<byte[], byte[]> follower(String name) {
        Map<String, Object> config = reader(name);
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    public Admin admin() {
        return Admin.create(named("admin"));
    }

    private Map<String, Object> reader(String name) {
        Map<String, Object> config = named(name);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return config;
    }

    private Map<String, Object> named(String name) {
        var config = new HashMap<>(settings);
        config.put("client.id", service + "-" + name + "-" + instance);
        return config;
    }
}
