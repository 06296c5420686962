package dev.ephor.approval;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.ResponseEvent;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.catalog.Catalog;
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
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;

/** The other services, as far as this one can tell: says requests, and hears approvals. */
@ApplicationScoped
public class Surroundings {
    public static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b9c7c989f97918e1-01";

    private final KafkaClients kafka;
    private final TopicsReady topics;
    private final Catalog catalog;
    private final Map<String, List<Envelope<ApprovalEvent>>> heard = new ConcurrentHashMap<>();
    private final List<ConsumerRecord<byte[], byte[]>> deadLetters = new CopyOnWriteArrayList<>();
    private KafkaProducer<String, byte[]> producer;
    private Thread listener;
    private volatile boolean stopped;

    Surroundings(KafkaClients kafka, TopicsReady topics, Catalog catalog) {
        this.kafka = kafka;
        this.topics = topics;
        this.catalog = catalog;
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

    /** Says an event on {@code ephor.requests}; the envelope's id. */
    public String say(RequestEvent event) {
        var envelope = envelope(event);
        producer.send(EventCodec.encode(envelope));
        return envelope.id();
    }

    /** Says an event on {@code ephor.responses}. */
    public void tell(ResponseEvent event) {
        producer.send(EventCodec.encode(wrap(event, "response")));
    }

    /** Says what is configured, and waits until this service knows it. */
    public void define(CatalogEvent... things) {
        for (CatalogEvent thing : things) {
            producer.send(EventCodec.encode(wrap(thing, "catalog")));
            Patiently.await()
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> catalog.all(CatalogEvent.class).contains(thing));
        }
    }

    private static <E extends Event> Envelope<E> wrap(E event, String about) {
        return new Envelope<>(
                UUID.randomUUID().toString(),
                "/ephor/request-service",
                Instant.now(),
                about,
                null,
                TRACE,
                event);
    }

    public static Envelope<RequestEvent> envelope(RequestEvent event) {
        return wrap(event, event.activationId());
    }

    /** Asks, and waits until the approvers are asked; the id of the stage. */
    public String ask(Asking asking) {
        say(asking.requested());
        return stageOf(asking);
    }

    /** Waits until the approvers are asked; the id of the stage. */
    public String stageOf(Asking asking) {
        return ((ApprovalOpened) await(asking, 1).getFirst().data()).stageId();
    }

    /** Waits for so many events about an activation. */
    public List<Envelope<ApprovalEvent>> await(Asking asking, int events) {
        return Patiently.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> about(asking), all -> all.size() >= events);
    }

    public List<Envelope<ApprovalEvent>> about(Asking asking) {
        return heard.getOrDefault(asking.id(), List.of());
    }

    public List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return deadLetters;
    }

    private void listen() {
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.follower("other-services")) {
            consumer.assign(
                    List.of(Topics.APPROVALS, Topics.DEAD_LETTERS).stream()
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
                            .as(ApprovalEvent.class);
            heard.computeIfAbsent(event.data().activationId(), _ -> new CopyOnWriteArrayList<>())
                    .add(event);
        } catch (UnreadableEvent e) {
            throw new AssertionError(e);
        }
    }
}
