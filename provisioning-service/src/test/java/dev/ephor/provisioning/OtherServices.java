package dev.ephor.provisioning;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.TargetEvent;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import dev.ephor.kit.test.Patiently;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/**
 * The other services, as far as this one can tell: they define things, say memberships, and hear.
 */
@ApplicationScoped
public class OtherServices {
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b9c7c989f97918e1-01";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KafkaClients kafka;
    private final TopicsReady topics;
    private final Map<MembershipKey, List<Envelope<ProvisioningEvent>>> heard =
            new ConcurrentHashMap<>();
    private final List<Envelope<TargetEvent>> targets = new CopyOnWriteArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new CopyOnWriteArrayList<>();
    private KafkaProducer<String, byte[]> producer;
    private Thread listener;
    private volatile boolean stopped;

    OtherServices(KafkaClients kafka, TopicsReady topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @PostConstruct
    void start() throws InterruptedException {
        topics.await();
        producer = kafka.producer("other-services");
        listener = Thread.ofPlatform().start(this::listen);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped = true;
        listener.join();
        producer.close();
    }

    public void define(CatalogEvent event) {
        producer.send(EventCodec.encode(envelope(event, "configuration")));
    }

    /** Says an event on {@code ephor.memberships}; the envelope's id. */
    public String say(OfActivation event) {
        var envelope = envelope(event, event.activationId());
        say(envelope);
        return envelope.id();
    }

    public void say(Envelope<OfActivation> event) {
        producer.send(EventCodec.encode(event));
    }

    public static <E extends Event> Envelope<E> envelope(E event, String correlation) {
        return new Envelope<>(
                UUID.randomUUID().toString(),
                "/ephor/other-services",
                Instant.now(),
                correlation,
                null,
                TRACE,
                event);
    }

    /** Everything that was said about a membership so far. */
    public List<Envelope<ProvisioningEvent>> about(MembershipKey key) {
        return heard.getOrDefault(key, List.of());
    }

    /** Everything that was said about a target as a whole so far. */
    public List<Envelope<TargetEvent>> aboutTarget(String target) {
        return targets.stream().filter(e -> e.data().target().equals(target)).toList();
    }

    /** Waits for an event about a membership, those of the past included. */
    public <E extends ProvisioningEvent> Envelope<ProvisioningEvent> await(
            MembershipKey key, Class<E> type, Predicate<E> wanted) {
        return Patiently.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () ->
                                about(key).stream()
                                        .filter(e -> type.isInstance(e.data()))
                                        .filter(e -> wanted.test(type.cast(e.data())))
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return deadLetters;
    }

    private void listen() {
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.follower("other-services")) {
            consumer.assign(
                    List.of(Topics.PROVISIONING, Topics.DEAD_LETTERS).stream()
                            .map(Topic::name)
                            .flatMap(name -> consumer.partitionsFor(name).stream())
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList());
            consumer.seekToBeginning(consumer.assignment());
            while (!stopped) {
                consumer.poll(Duration.ofMillis(200)).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.DEAD_LETTERS.name())) {
            deadLetters.add(record);
            return;
        }
        try {
            var event =
                    EventCodec.decode(record.headers(), record.value())
                            .orElseThrow()
                            .as(ProvisioningEvent.class);
            switch (event.data()) {
                case OfMembership about ->
                        heard.computeIfAbsent(about.key(), _ -> new CopyOnWriteArrayList<>())
                                .add(event);
                case TargetEvent about -> targets.add(event.as(TargetEvent.class));
            }
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }
}
