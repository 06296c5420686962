package dev.ephor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doubles_from_a_second_to_five_minutes() {
        assertThat(Backoff.after(1, null)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(2, null)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Backoff.after(5, null)).isEqualTo(Duration.ofSeconds(16));
        assertThat(Backoff.after(1_000_000, null)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void waits_as_long_as_it_is_asked_to() {
        assertThat(Backoff.after(1, Duration.ofSeconds(30))).isEqualTo(Duration.ofSeconds(30));
        assertThat(Backoff.after(6, Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(32));
        assertThat(Backoff.after(1, Duration.ofHours(3))).isEqualTo(Duration.ofMinutes(5));
    }
}
