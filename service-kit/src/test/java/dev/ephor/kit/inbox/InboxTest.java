package dev.ephor.kit.inbox;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.SignalEvent.RevokeMembership;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.DeadLetter;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class InboxTest {
    private static final MembershipKey KEY = new MembershipKey("t", "g", "p", Access.MEMBER);

    @Inject Listening heard;
    @Inject KafkaClients kafka;
    @Inject Ids ids;
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void connect() {
        producer = kafka.producer("test");
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void handles_an_event_once_although_it_comes_twice() {
        // Given
        var twice = signal("again");
        var last = signal("last");
        // When
        send(twice);
        send(twice);
        send(last);
        // Then
        await().until(() -> heard.ids().contains(last.id()));
        assertThat(heard.ids()).containsOnlyOnce(twice.id());
    }

    @Test
    void a_poisoned_event_becomes_a_dead_letter_and_the_others_are_handled() {
        // Given
        var before = signal("before");
        var poison = signal(Listening.POISON);
        var after = signal("after");
        // When
        send(before);
        send(poison);
        send(after);
        // Then
        await().until(() -> heard.ids().containsAll(List.of(before.id(), after.id())));
        assertThat(heard.ids()).doesNotContain(poison.id());
        var letter = awaitLetter(poison.id());
        assertThat(header(letter, DeadLetter.REASON))
                .isEqualTo("IllegalStateException: cannot be handled");
        assertThat(header(letter, DeadLetter.CONSUMER)).isEqualTo("kit-test-heard");
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo(Topics.SIGNALS.name());
        assertThat(letter.value()).isEqualTo(EventCodec.encode(poison).value());
    }

    @Test
    void a_failure_that_passes_is_tried_again() {
        // Given
        var stubborn = signal(Listening.ONCE);
        // When
        send(stubborn);
        // Then
        await().until(() -> heard.ids().contains(stubborn.id()));
    }

    @Test
    void bytes_that_are_no_event_become_a_dead_letter_with_the_reason() {
        // Given
        byte[] garbage = ("no event " + ids.next()).getBytes(StandardCharsets.UTF_8);
        var next = signal("after garbage");
        // When
        producer.send(new ProducerRecord<>(Topics.SIGNALS.name(), KEY.toString(), garbage));
        send(next);
        // Then
        await().until(() -> heard.ids().contains(next.id()));
        var letter = awaitLetter(garbage);
        assertThat(header(letter, DeadLetter.REASON)).contains("ce_type is missing");
    }

    @Test
    void what_no_letter_can_hold_whole_stops_nothing() {
        // Given
        byte[] garbage = ("no event " + ids.next()).getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[1_040_000];

        // When
        producer.send(new ProducerRecord<>(Topics.SIGNALS.name(), "a\0b", garbage));
        producer.send(new ProducerRecord<>(Topics.SIGNALS.name(), KEY.toString(), large));

        // Then
        assertThat(header(awaitLetter(garbage), DeadLetter.KEY)).isEqualTo("a\0b");
        String size = String.valueOf(large.length + KEY.toString().length());
        await().until(
                        () ->
                                letters().stream()
                                        .map(letter -> header(letter, DeadLetter.LEFT_OUT))
                                        .anyMatch(size::equals));
        var next = signal("after what is too large");
        send(next);
        await().until(() -> heard.ids().contains(next.id()));
    }

    @Test
    void an_event_of_an_unknown_type_is_skipped() {
        // Given
        var next = signal("after the unknown");
        var unknown = EventCodec.encode(signal("unknown"));
        unknown.headers()
                .remove("ce_type")
                .add("ce_type", "dev.ephor.of.tomorrow.v9".getBytes(StandardCharsets.UTF_8));
        // When
        producer.send(unknown);
        send(next);
        // Then
        await().until(() -> heard.ids().contains(next.id()));
        assertThat(letters().stream().map(ConsumerRecord::value)).doesNotContain(unknown.value());
    }

    private Envelope<RevokeMembership> signal(String reason) {
        var now = Instant.parse("2026-01-02T03:04:05Z");
        String id = ids.next();
        return new Envelope<>(
                id, "/test", now, id, null, null, new RevokeMembership(KEY, "test", reason, now));
    }

    private void send(Envelope<RevokeMembership> event) {
        producer.send(EventCodec.encode(event));
    }

    private ConsumerRecord<byte[], byte[]> awaitLetter(String eventId) {
        return await().until(
                        () ->
                                letters().stream()
                                        .filter(l -> eventId.equals(header(l, "ce_id")))
                                        .findFirst()
                                        .orElse(null),
                        found -> found != null);
    }

    private ConsumerRecord<byte[], byte[]> awaitLetter(byte[] value) {
        return await().until(
                        () ->
                                letters().stream()
                                        .filter(l -> java.util.Arrays.equals(value, l.value()))
                                        .findFirst()
                                        .orElse(null),
                        found -> found != null);
    }

    private List<ConsumerRecord<byte[], byte[]>> letters() {
        var partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
        var found = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        try (KafkaConsumer<byte[], byte[]> reader = kafka.follower("letters")) {
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            long end = reader.endOffsets(List.of(partition)).get(partition);
            while (reader.position(partition) < end) {
                reader.poll(Duration.ofMillis(200)).forEach(found::add);
            }
        }
        return found;
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
