package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.events.Change;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final double AVERAGE = 0.5;

    private final Backoff backoff =
            new Backoff(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5));

    @Test
    void waits_twice_as_long_after_each_failure() {
        // Given
        Duration first = wait(Change.GRANT, 1);

        // When
        Duration third = wait(Change.GRANT, 3);

        // Then
        assertThat(first).isEqualTo(Duration.ofSeconds(1));
        assertThat(third).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void never_waits_longer_than_the_limit_however_often_it_failed() {
        // Given
        int failures = Integer.MAX_VALUE;

        // When
        Duration grant = wait(Change.GRANT, failures);

        // Then
        assertThat(grant).isEqualTo(Duration.ofSeconds(60));
        assertThat(wait(Change.WITHDRAW, failures)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void spreads_tries_by_a_fifth_either_way() {
        // Given
        Duration early = backoff.wait(Change.GRANT, 1, null, 0);

        // When
        Duration late = backoff.wait(Change.GRANT, 1, null, 1);

        // Then
        assertThat(early).isEqualTo(Duration.ofMillis(800));
        assertThat(late).isEqualTo(Duration.ofMillis(1200));
    }

    @Test
    void waits_as_long_as_the_target_asks_also_before_a_removal() {
        // Given
        Duration asked = Duration.ofSeconds(30);

        // When
        Duration wait = backoff.wait(Change.WITHDRAW, 1, asked, AVERAGE);

        // Then
        assertThat(wait).isEqualTo(asked);
    }

    @Test
    void does_not_let_a_target_ask_for_hours() {
        // Given
        Duration asked = Duration.ofHours(6);

        // When
        Duration wait = backoff.wait(Change.WITHDRAW, 1, asked, AVERAGE);

        // Then
        assertThat(wait).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waits_at_least_its_own_time_when_the_target_asks_for_less() {
        // Given
        Duration asked = Duration.ZERO;

        // When
        Duration wait = backoff.wait(Change.GRANT, 4, asked, AVERAGE);

        // Then
        assertThat(wait).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void names_the_key_of_a_time_that_makes_no_sense() {
        // Given
        Duration second = Duration.ofSeconds(1);

        // When
        var making = assertThatThrownBy(() -> new Backoff(second, second, Duration.ZERO, second));

        // Then
        making.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ephor.provisioning.retry.withdrawals-at-most is PT0S");
    }

    private Duration wait(Change change, int failures) {
        return backoff.wait(change, failures, null, AVERAGE);
    }
}
