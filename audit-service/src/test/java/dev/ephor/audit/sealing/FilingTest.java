package dev.ephor.audit.sealing;

import static dev.ephor.audit.sealing.Leaves.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTest {
    private static final long WRITTEN = 1_767_225_600_000L;

    private static Leaf leaf(String topic, String key, Leaf.Header... headers) {
        return new Leaf(topic, 0, 0, WRITTEN, Leaves.utf8(key), List.of(headers), null);
    }

    @Test
    void files_an_event_under_what_its_headers_and_key_say() {
        // When
        Filing filing =
                Filing.of(
                        leaf(
                                "ephor.requests",
                                "t1/g1/p1/member",
                                header("ce_type", "dev.ephor.activation.requested.v1"),
                                header("ce_time", "2026-01-01T00:00:00.123456789Z"),
                                header("ce_correlationid", "a-1")));

        // Then
        assertThat(filing)
                .isEqualTo(
                        new Filing(
                                Instant.parse("2026-01-01T00:00:00.123456Z"),
                                "dev.ephor.activation.requested.v1",
                                "t1",
                                "g1",
                                "p1",
                                "a-1"));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "group/t1/g1, t1, g1, -",
                "policy/t1/g1/member, t1, g1, -",
                "principal/t1/p1, t1, -, p1",
                "target/t1/app1, t1, -, -",
                "nonsense, -, -, -"
            })
    void files_the_catalogue_under_the_thing_that_is_defined(
            String key, String tenant, String group, String principal) {
        // When
        Subject subject = Subject.of(leaf("ephor.catalog", key));

        // Then
        assertThat(subject.tenant()).isEqualTo(tenant);
        assertThat(subject.group()).isEqualTo(group);
        assertThat(subject.principal()).isEqualTo(principal);
    }

    @ParameterizedTest
    @CsvSource({"ephor.provisioning, t1", "ephor.signals,"})
    void files_what_is_said_of_a_target_under_its_tenant(String topic, String tenant) {
        // When
        Subject subject = Subject.of(leaf(topic, "target/t1/app1"));

        // Then
        assertThat(subject.tenant()).isEqualTo(tenant);
        assertThat(subject.principal()).isNull();
    }

    @Test
    void files_what_is_no_event_under_the_time_of_its_record() {
        // When
        Filing filing = Filing.of(Leaves.at("ephor.signals", 0, 0, WRITTEN));

        // Then
        assertThat(filing)
                .isEqualTo(new Filing(Instant.ofEpochMilli(WRITTEN), null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-0044-03-15T12:00:00Z", "+99999-01-01T00:00:00Z", ""})
    void takes_no_time_that_cannot_be(String time) {
        // When
        Filing filing = Filing.of(leaf("ephor.requests", "k", header("ce_time", time)));

        // Then
        assertThat(filing.time()).isBetween(Instant.EPOCH, Instant.ofEpochMilli(WRITTEN));
    }

    @Test
    void leaves_out_text_that_a_database_cannot_hold() {
        // When
        Filing filing =
                Filing.of(
                        leaf(
                                "ephor.requests",
                                "t1/g1/p1/\0",
                                header("ce_type", "a\0b"),
                                header("ce_correlationid", "x".repeat(513)),
                                new Leaf.Header("ce_time", new byte[] {-1, -2})));

        // Then
        assertThat(filing)
                .isEqualTo(new Filing(Instant.ofEpochMilli(WRITTEN), null, null, null, null, null));
    }
}
