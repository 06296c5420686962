package dev.ephor.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-03-04T09:12:40Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "7, PT7S",
        "2.128, PT2.128S",
        "' 120 ', PT2M",
        "'Wed, 04 Mar 2026 09:13:40 GMT', PT1M",
        "'Wed, 04 Mar 2026 09:00:00 GMT', PT0S"
    })
    void reads_seconds_and_dates(String header, Duration expected) {
        // Given
        var now = NOW;

        // When
        var wait = RetryAfter.parse(header, now);

        // Then
        assertThat(wait).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "soon", "-3", "1.5.2", "99999999999999999999"})
    void takes_what_it_can_not_understand_for_nothing(String header) {
        // Given
        var now = NOW;

        // When
        var wait = RetryAfter.parse(header, now);

        // Then
        assertThat(wait).isNull();
    }

    @Test
    void never_waits_a_negative_time() {
        // Given
        var past = "Wed, 04 Mar 2020 09:00:00 GMT";

        // When
        var wait = RetryAfter.parse(past, NOW);

        // Then
        assertThat(wait).isEqualTo(Duration.ZERO);
    }
}
