package dev.ephor.kit.journal;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.events.Access;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class JournalTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @Inject Journal journal;
    @Inject KafkaClients kafka;
    @Inject Ids ids;

    @Test
    void publishes_what_was_committed_with_its_story() {
        // Given
        String stream = ids.next();
        var cause =
                new Cause(
                        "the-correlation",
                        "the-cause",
                        "00-" + "a".repeat(32) + "-" + "b".repeat(16) + "-01",
                        NOW);
        // When
        QuarkusTransaction.requiringNew()
                .run(() -> journal.append(stream, 0, List.of(event(stream)), cause));
        // Then
        Envelope<?> published =
                await().until(() -> published(stream), list -> list.size() == 1).getFirst();
        assertThat(published.data()).isEqualTo(event(stream));
        assertThat(published.source()).isEqualTo("/ephor/kit-test");
        assertThat(published.correlationId()).isEqualTo("the-correlation");
        assertThat(published.causationId()).isEqualTo("the-cause");
        assertThat(published.traceparent()).isEqualTo(cause.traceparent());
        assertThat(published.time()).isEqualTo(NOW);
    }

    @Test
    void says_nothing_of_a_transaction_that_is_rolled_back() throws Exception {
        // Given
        String undone = ids.next();
        String done = ids.next();
        // When
        assertThatThrownBy(
                        () ->
                                QuarkusTransaction.requiringNew()
                                        .run(
                                                () -> {
                                                    journal.append(
                                                            undone,
                                                            0,
                                                            List.of(event(undone)),
                                                            cause());
                                                    throw new IllegalStateException("no");
                                                }))
                .hasMessage("no");
        append(done, 0);
        // Then
        await().until(() -> published(done), list -> list.size() == 1);
        assertThat(published(undone)).isEmpty();
    }

    @Test
    void refuses_a_version_that_the_stream_already_has() {
        // Given
        String stream = ids.next();
        append(stream, 0);
        // When / Then
        assertThatThrownBy(() -> append(stream, 0)).isInstanceOf(VersionConflict.class);
        append(stream, 1);
    }

    @Test
    void says_more_than_fits_into_one_round_trip_whole_and_in_order() throws Exception {
        // Given
        String stream = ids.next();
        int many = 2 * Journal.BATCH + 1;
        List<EligibilityRemoved> events =
                IntStream.range(0, many)
                        .mapToObj(number -> event(stream, String.valueOf(number)))
                        .toList();
        // When
        QuarkusTransaction.requiringNew().run(() -> journal.append(stream, 0, events, cause()));
        // Then
        List<Envelope<?>> published =
                await().until(() -> published(stream), list -> list.size() == many);
        assertThat(published.stream().map(event -> (Object) event.data()).toList())
                .isEqualTo(events);
    }

    @Test
    void a_transaction_that_commits_late_is_not_skipped() throws Exception {
        // Given
        String late = ids.next();
        String early = ids.next();
        var written = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow =
                    threads.submit(
                            inTransaction(
                                    () -> {
                                        journal.append(late, 0, List.of(event(late)), cause());
                                        written.countDown();
                                        go.await();
                                        return null;
                                    }));
            assertThat(written.await(2, TimeUnit.MINUTES)).isTrue();
            // When
            append(early, 0);
            await().until(() -> published(early), list -> list.size() == 1);
            assertThat(published(late)).isEmpty();
            go.countDown();
            slow.get();
        }
        // Then
        await().until(() -> published(late), list -> list.size() == 1);
    }

    @Test
    void keeps_the_order_of_a_stream_under_load() throws Exception {
        // Given
        List<String> streams = IntStream.range(0, 8).mapToObj(_ -> ids.next()).toList();
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (String stream : streams) {
                threads.submit(
                        () -> IntStream.range(0, 50).forEach(version -> append(stream, version)));
            }
        }
        // Then
        for (String stream : streams) {
            var all = await().until(() -> published(stream), list -> list.size() == 50);
            assertThat(all.stream().map(e -> ((EligibilityRemoved) e.data()).reason()).toList())
                    .isEqualTo(IntStream.range(0, 50).mapToObj(String::valueOf).toList());
        }
    }

    private void append(String stream, long version) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                journal.append(
                                        stream,
                                        version,
                                        List.of(event(stream, String.valueOf(version))),
                                        cause()));
    }

    private static Callable<Void> inTransaction(Callable<Void> work) {
        return () -> QuarkusTransaction.requiringNew().call(work);
    }

    private static EligibilityRemoved event(String id) {
        return event(id, "test");
    }

    private static EligibilityRemoved event(String id, String reason) {
        return new EligibilityRemoved(
                new MembershipKey("t", id, "p", Access.MEMBER), id, NOW, reason, null, "ephor");
    }

    private static Cause cause() {
        return new Cause("c", null, null, NOW);
    }

    /** What the topic holds of a group, in order. */
    private List<Envelope<?>> published(String group) throws Exception {
        var found = new ArrayList<Envelope<?>>();
        try (KafkaConsumer<byte[], byte[]> reader = kafka.follower("published")) {
            List<TopicPartition> partitions =
                    reader.partitionsFor(Topics.ELIGIBILITIES.name()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            var ends = reader.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> reader.position(p) < ends.get(p))) {
                for (var record : reader.poll(Duration.ofMillis(200))) {
                    Envelope<? extends Event> event =
                            EventCodec.decode(record.headers(), record.value()).orElseThrow();
                    if (event.data() instanceof EligibilityRemoved r
                            && r.key().group().equals(group)) {
                        found.add(event);
                    }
                }
            }
        }
        return found;
    }
}
