package dev.ephor.audit.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.Search;
import dev.ephor.audit.application.SearchingTheLog;
import dev.ephor.audit.application.VerifyingTheLog;
import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Verification;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class HearingEverythingTest {
    private static final String REQUESTED = "dev.ephor.activation.requested.v1";

    @Inject KafkaClients kafka;
    @Inject HearingEverything hearing;
    @Inject ReadingTheLog log;
    @Inject SearchingTheLog searching;
    @Inject VerifyingTheLog verifying;
    @Inject Ids ids;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer = kafka.producer("test");
    }

    @AfterEach
    void the_log_is_intact_and_published_without_a_gap() {
        producer.close();
        var report = verifying.verify(0, null);
        assertThat(report.verdict().findings()).isEmpty();
        List<JsonNode> published = AuditTopic.lines(kafka, report.head().size());
        assertThat(published.stream().map(l -> l.get("sequence").asLong()).toList())
                .isEqualTo(IntStream.range(0, published.size()).mapToObj(i -> (long) i).toList());
        Verification outside = Verification.fromGenesis();
        published.stream().map(this::whole).map(AuditTopic::entry).forEach(outside::accept);
        assertThat(outside.verdict(log.head()).isIntact()).isTrue();
    }

    /** What is too large for the topic is taken from the API. */
    private JsonNode whole(JsonNode line) {
        return line.has("leaf")
                ? line
                : EventCodec.json()
                        .valueToTree(log.at(line.get("sequence").asLong()).orElseThrow());
    }

    private List<Line> matching(String activation) {
        return searching.matching(Search.by(Search.By.ACTIVATION, activation, 1_000)).stream()
                .map(SearchingTheLog.Hit::line)
                .toList();
    }

    private List<Line> sealed(String correlation, int count) {
        return await().atMost(AuditTopic.PATIENCE)
                .until(() -> matching(correlation), lines -> lines.size() >= count);
    }

    @Test
    void seals_every_type_of_event_with_the_exact_bytes() {
        // Given
        String story = ids.next();
        List<ProducerRecord<String, byte[]>> sent = Samples.all(story);

        // When
        sent.forEach(producer::send);

        // Then
        List<Line> lines = sealed(story, sent.size());
        assertThat(lines).extracting(Line::kind).containsOnly(Line.Kind.EVENT);
        assertThat(lines)
                .extracting(line -> line.event().type())
                .containsExactlyInAnyOrderElementsOf(EventTypes.all().keySet());
        for (ProducerRecord<String, byte[]> one : sent) {
            Line line = ofId(lines, text(one, "ce_id"));
            assertThat(leaf(line).value()).isEqualTo(one.value());
            assertThat(leaf(line).keyText()).isEqualTo(one.key());
            assertThat(leaf(line).headers()).hasSize(one.headers().toArray().length);
            assertThat(line.source().topic()).isEqualTo(one.topic());
        }
    }

    @Test
    void seals_nothing_twice_when_all_topics_come_again_from_their_beginning() {
        // Given
        String story = ids.next();
        Samples.all(story).forEach(producer::send);
        sealed(story, EventTypes.all().size());
        List<ConsumerRecord<byte[], byte[]>> everything =
                AuditTopic.read(kafka, Topics.EVENTS.stream().map(Topic::name).toList());
        Head before = log.head();

        // When
        QuarkusTransaction.requiringNew().run(() -> hearing.acceptAll(everything));

        // Then
        assertThat(everything).hasSizeGreaterThanOrEqualTo(EventTypes.all().size());
        assertThat(log.head()).isEqualTo(before);
    }

    @Test
    void seals_an_event_once_although_its_producer_sends_it_again() {
        // Given
        String story = ids.next();
        var event = Samples.of(REQUESTED, story, ids.next());
        var last = Samples.of(REQUESTED, story, ids.next());

        // When
        producer.send(event);
        producer.send(event);
        producer.send(last);

        // Then
        assertThat(sealed(story, 2))
                .extracting(line -> line.event().id())
                .containsExactly(text(event, "ce_id"), text(last, "ce_id"));
    }

    @Test
    void seals_bytes_that_are_no_event() {
        // Given
        String marker = "garbage " + ids.next() + "\0";
        byte[] bytes = marker.getBytes(StandardCharsets.UTF_8);
        var garbage = new ProducerRecord<String, byte[]>(Topics.SIGNALS.name(), null, bytes);
        garbage.headers().add("ce_id", new byte[] {-1, 0, -2}).add("x", null);
        var empty = new ProducerRecord<String, byte[]>(Topics.CATALOG.name(), marker, null);
        String story = ids.next();

        // When
        producer.send(garbage);
        producer.send(empty);
        producer.send(Samples.of(REQUESTED, story, ids.next()));

        // Then
        sealed(story, 1);
        Line line =
                await().atMost(AuditTopic.PATIENCE)
                        .until(() -> holding(bytes), Optional::isPresent)
                        .orElseThrow();
        assertThat(line.kind()).isEqualTo(Line.Kind.UNREADABLE);
        assertThat(line.problem()).isNotBlank();
        assertThat(line.source().topic()).isEqualTo(Topics.SIGNALS.name());
        assertThat(leaf(line).headers()).hasSize(2);
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> everything().stream().anyMatch(l -> marker.equals(leaf(l).keyText())));
    }

    @Test
    void seals_an_event_of_a_type_that_it_does_not_know() {
        // Given
        String story = ids.next();
        var tomorrow = Samples.of(REQUESTED, story, ids.next());
        Samples.set(tomorrow.headers(), "ce_type", "dev.ephor.of.tomorrow.v9");

        // When
        producer.send(tomorrow);

        // Then
        Line line = sealed(story, 1).getFirst();
        assertThat(line.kind()).isEqualTo(Line.Kind.UNKNOWN_TYPE);
        assertThat(line.event().type()).isEqualTo("dev.ephor.of.tomorrow.v9");
        assertThat(line.about().activation()).isEqualTo(story);
        assertThat(line.data()).isNotNull();
    }

    @Test
    void publishes_an_entry_that_is_too_large_without_its_bulk_and_goes_on() {
        // Given
        String story = ids.next();
        var large = Samples.of(REQUESTED, story, ids.next());
        byte[] bulk = new byte[900_000];
        java.util.Arrays.fill(bulk, (byte) 'x');

        // When
        producer.send(
                new ProducerRecord<>(large.topic(), null, large.key(), bulk, large.headers()));
        producer.send(Samples.of(REQUESTED, story, ids.next()));

        // Then
        long sequence = sealed(story, 2).getFirst().sequence();
        JsonNode line = AuditTopic.lines(kafka, sequence + 2).get((int) sequence);
        assertThat(line.has("leaf")).isFalse();
        assertThat(line.get("problem").asText()).contains("too large");
        assertThat(leaf(log.at(sequence).orElseThrow()).value()).isEqualTo(bulk);
    }

    @Test
    void leaves_no_trace_of_a_transaction_that_fails_and_seals_all_of_it_the_next_time() {
        // Given
        String story = ids.next();
        List<ConsumerRecord<byte[], byte[]>> batch = records(story, 5);
        Head before = log.head();

        // When
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    hearing.acceptAll(batch);
                                                    throw new IllegalStateException("killed");
                                                }))
                .hasMessage("killed");

        // Then
        assertThat(matching(story)).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> hearing.acceptAll(batch));
        Sealed.awaitFiled();
        assertThat(matching(story)).hasSize(5);
        assertThat(log.head().size()).isEqualTo(before.size() + 5);
    }

    @Test
    void writes_one_history_although_several_instances_seal_the_same() throws Exception {
        // Given
        String story = ids.next();
        int writers = 4;
        List<ConsumerRecord<byte[], byte[]>> all = records(story, 60);
        var start = new CountDownLatch(1);
        var done = new ArrayList<Future<?>>();

        // When
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (int w = 0; w < writers; w++) {
                done.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    for (var one : all) {
                                        QuarkusTransaction.requiringNew()
                                                .run(() -> hearing.acceptAll(List.of(one)));
                                    }
                                    return null;
                                }));
            }
            start.countDown();
            for (Future<?> one : done) {
                one.get();
            }
        }

        // Then
        Sealed.awaitFiled();
        assertThat(matching(story)).hasSize(60);
    }

    @Test
    void links_the_first_entry_of_all_to_the_genesis() {
        // Given
        String story = ids.next();
        producer.send(Samples.of(REQUESTED, story, ids.next()));

        // When
        sealed(story, 1);
        Line first =
                await().atMost(AuditTopic.PATIENCE)
                        .until(() -> log.at(0), Optional::isPresent)
                        .orElseThrow();

        // Then
        assertThat(first.previous()).isEqualTo(Chain.GENESIS.toString());
    }

    private List<Line> everything() {
        return log.behind(-1, 10_000);
    }

    private Optional<Line> holding(byte[] value) {
        return everything().stream()
                .filter(line -> java.util.Arrays.equals(value, leaf(line).value()))
                .findFirst();
    }

    private static dev.ephor.audit.sealing.Leaf leaf(Line line) {
        return dev.ephor.audit.sealing.Leaf.read(Base64.getDecoder().decode(line.leaf()));
    }

    private static Line ofId(List<Line> lines, String id) {
        return lines.stream().filter(l -> id.equals(l.event().id())).findFirst().orElseThrow();
    }

    private static String text(ProducerRecord<?, ?> message, String header) {
        return new String(message.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    /** Records as they would come from Kafka. */
    private List<ConsumerRecord<byte[], byte[]>> records(String story, int count) {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (int i = 0; i < count; i++) {
            var message = Samples.of(REQUESTED, story, ids.next());
            records.add(
                    new ConsumerRecord<>(
                            message.topic(),
                            0,
                            1_000_000 + i,
                            1_767_225_600_000L + i,
                            TimestampType.CREATE_TIME,
                            0,
                            0,
                            message.key().getBytes(StandardCharsets.UTF_8),
                            message.value(),
                            new RecordHeaders(message.headers().toArray()),
                            Optional.empty()));
        }
        return records;
    }
}
