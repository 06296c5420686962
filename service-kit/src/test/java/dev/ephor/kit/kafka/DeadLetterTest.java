package dev.ephor.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final Instant NOW = Instant.parse("2026-03-04T10:05:00Z");

    @Test
    void a_record_is_buried_as_it_came() {
        // Given
        var record = record("key", new byte[] {0, 1, 2});
        record.headers().add("ce_id", utf8("1"));

        // When
        var letter = letter(record, "why");

        // Then
        assertThat(letter.key()).isEqualTo("key");
        assertThat(letter.value()).isEqualTo(record.value());
        assertThat(header(letter, "ce_id")).isEqualTo("1");
        assertThat(letter.headers().lastHeader(DeadLetter.KEY)).isNull();
        assertThat(letter.headers().lastHeader(DeadLetter.LEFT_OUT)).isNull();
    }

    @Test
    void a_key_that_no_database_can_hold_is_kept_beside_the_letters_own() {
        // When
        var letter = letter(record("a\0b", new byte[0]), "why");

        // Then
        assertThat(letter.key()).isEqualTo("a\uFFFDb");
        assertThat(header(letter, DeadLetter.KEY)).isEqualTo("a\0b");
    }

    @Test
    void what_no_broker_would_take_is_left_out() {
        // Given
        var record = record("key", new byte[DeadLetter.LARGEST]);

        // When
        var letter = letter(record, "why");

        // Then
        assertThat(letter.value()).isNull();
        assertThat(header(letter, DeadLetter.LEFT_OUT))
                .isEqualTo(String.valueOf(DeadLetter.LARGEST + 3));
        assertThat(header(letter, DeadLetter.TOPIC)).isEqualTo("topic");
        assertThat(header(letter, DeadLetter.OFFSET)).isEqualTo("7");
    }

    @Test
    void headers_count_as_well() {
        // Given
        var record = record("key", new byte[1]);
        record.headers().add("bulk", new byte[DeadLetter.LARGEST]);

        // When
        var letter = letter(record, "w".repeat(5_000));

        // Then
        assertThat(letter.headers().lastHeader("bulk")).isNull();
        assertThat(header(letter, DeadLetter.REASON)).hasSizeLessThan(2_000);
    }

    private static ConsumerRecord<byte[], byte[]> record(String key, byte[] value) {
        return new ConsumerRecord<>("topic", 3, 7, utf8(key), value);
    }

    private static ProducerRecord<String, byte[]> letter(
            ConsumerRecord<byte[], byte[]> record, String why) {
        return DeadLetter.of(record, "consumer", why, NOW);
    }

    private static String header(ProducerRecord<?, ?> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
