package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BreakerTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private final Breaker breaker =
            new Breaker(
                    new BreakerTerms(3, Duration.ofMinutes(5), Duration.ofMinutes(5)),
                    new Backoff(
                            Duration.ofSeconds(1),
                            Duration.ofMinutes(1),
                            Duration.ofSeconds(10),
                            Duration.ofMinutes(5)));

    @Test
    void lets_everything_through_until_it_failed_some_times_in_a_row() {
        // Given
        breaker.failed("refused", NOON);
        breaker.failed("refused", NOON);
        breaker.answered();
        breaker.failed("refused", NOON);

        // When
        breaker.failed("refused", NOON);

        // Then
        assertThat(breaker.shutUntil(Change.GRANT, NOON)).isEmpty();
        assertThat(breaker.isOpen()).isFalse();
    }

    @Test
    void holds_everything_back_for_a_moment_when_it_opens() {
        // Given
        fail(3, NOON);

        // When
        var until = breaker.shutUntil(Change.WITHDRAW, NOON);

        // Then
        assertThat(until).contains(NOON.plusSeconds(1));
        assertThat(breaker.shutUntil(Change.GRANT, NOON)).contains(NOON.plusSeconds(1));
    }

    @Test
    void lets_one_call_at_a_time_find_out() {
        // Given
        fail(3, NOON);
        var later = NOON.plusSeconds(1);
        boolean first = breaker.shutUntil(Change.GRANT, later).isEmpty() && breaker.begin();

        // When
        var second = breaker.shutUntil(Change.WITHDRAW, later);

        // Then
        assertThat(first).isTrue();
        assertThat(second).isPresent();
        breaker.probed();
        assertThat(breaker.shutUntil(Change.WITHDRAW, later)).isEmpty();
    }

    @Test
    void tries_a_removal_every_ten_seconds_and_a_grant_every_minute_however_long_it_fails() {
        // Given
        fail(40, NOON);

        // When
        var removal = breaker.shutUntil(Change.WITHDRAW, NOON);

        // Then
        assertThat(removal).contains(NOON.plusSeconds(10));
        assertThat(breaker.shutUntil(Change.GRANT, NOON)).contains(NOON.plusSeconds(60));
    }

    @Test
    void lets_grants_of_a_target_in_quarantine_wait_longer_and_removals_as_before() {
        // Given
        fail(3, NOON);
        var later = NOON.plus(Duration.ofMinutes(5));
        fail(10, later);

        // When
        var grant = breaker.shutUntil(Change.GRANT, later);

        // Then
        assertThat(breaker.isQuarantined(later)).isTrue();
        assertThat(breaker.isQuarantined(later.minusMillis(1))).isFalse();
        assertThat(grant).contains(later.plus(Duration.ofMinutes(5)));
        assertThat(breaker.shutUntil(Change.WITHDRAW, later)).contains(later.plusSeconds(10));
    }

    @Test
    void ends_everything_at_the_first_answer() {
        // Given
        fail(3, NOON);
        var later = NOON.plus(Duration.ofHours(1));
        fail(1, later);

        // When
        boolean hadBeenOpen = breaker.answered();

        // Then
        assertThat(hadBeenOpen).isTrue();
        assertThat(breaker.isQuarantined(later)).isFalse();
        assertThat(breaker.shutUntil(Change.GRANT, later)).isEmpty();
        assertThat(breaker.failingSince()).isEmpty();
        assertThat(breaker.answered()).isFalse();
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            breaker.failed("refused", at);
        }
    }
}
