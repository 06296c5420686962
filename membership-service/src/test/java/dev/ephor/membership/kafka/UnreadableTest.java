package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UnreadableTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void buries_bytes_that_are_no_event_and_goes_on() {
        var garbage = new TestRecord<>("some-key", "garbage".getBytes(StandardCharsets.UTF_8));

        bench.sendRaw(Topics.APPROVALS, garbage);
        bench.tell(approved("a", 0, 60));

        assertThat(bench.deadLetters())
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.value()).isEqualTo(garbage.value());
                            assertThat(header(letter, DeadLetter.REASON)).contains("ce_type");
                            assertThat(header(letter, DeadLetter.TOPIC))
                                    .isEqualTo(Topics.APPROVALS.name());
                        });
        assertThat(bench.said()).hasSize(1);
    }

    @Test
    void buries_an_event_under_a_key_that_is_not_its_own() {
        var record = EventCodec.encode(bench.envelope(approved("a", 0, 60)));

        bench.sendRaw(
                Topics.APPROVALS,
                new TestRecord<>("another/key", record.value(), record.headers(), at(0)));

        assertThat(bench.deadLetters())
                .singleElement()
                .satisfies(l -> assertThat(header(l, DeadLetter.REASON)).contains("another/key"));
        assertThat(bench.said()).isEmpty();
    }

    @Test
    void passes_over_and_counts_an_event_of_an_unknown_type() {
        var headers = new RecordHeaders();
        headers.add("ce_type", "dev.ephor.of.tomorrow.v9".getBytes(StandardCharsets.UTF_8));

        bench.sendRaw(
                Topics.REQUESTS, new TestRecord<>(KEY.toString(), new byte[] {1}, headers, at(0)));

        assertThat(bench.measures.unknown).containsExactly(Topics.REQUESTS.name());
        assertThat(bench.deadLetters()).isEmpty();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
