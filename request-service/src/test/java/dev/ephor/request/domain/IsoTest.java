package dev.ephor.request.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2026-01-31T08:00:00.1234567Z, 2026-01-31T08:00:00.123456Z",
        "2026-01-31T08:00:00+02:00, 2026-01-31T06:00:00Z"
    })
    void reads_a_time_with_a_zone(String text, Instant expected) {
        assertThat(Iso.instant(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2026-01-31",
                "2026-01-31T08:00:00",
                "2026-02-30T08:00:00Z",
                "+10000-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z"
            })
    void refuses_what_is_no_time_in_reach(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iso.instant(text))
                .withMessageStartingWith("'" + text + "'")
                .withMessageContaining("2026-01-31T08:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"PT8H, PT8H", "P1D, PT24H", "p1dt2h, PT26H", "PT0S, PT0S", "-PT5M, PT-5M"})
    void reads_a_duration(String text, Duration expected) {
        assertThat(Iso.duration(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8h", "P1M", "P1Y", "PT", "PT99999999999999999999H"})
    void refuses_what_is_no_duration(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iso.duration(text))
                .withMessageStartingWith("'" + text + "'")
                .withMessageContaining("PT8H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2562047788015215H", "PT-2562047788015215H-30M-8S", "P4000001D"})
    void refuses_a_duration_that_leads_beyond_all_times(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iso.duration(text))
                .withMessageStartingWith("'" + text + "' is too long");
    }

    @Test
    void does_not_repeat_what_is_very_long() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Iso.duration("x".repeat(10_000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
}
