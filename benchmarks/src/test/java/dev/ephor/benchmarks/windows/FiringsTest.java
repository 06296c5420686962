package dev.ephor.benchmarks.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiringsTest {
    private final Instant due = Instant.now().minusSeconds(2);

    @Test
    void counts_what_never_fired() throws InterruptedException {
        // Given
        var firings = new Firings(Due.burst(3, due));

        // When
        firings.fired(0);
        firings.fired(2);

        // Then
        assertThat(firings.lost()).isEqualTo(1);
        assertThat(firings.count()).isEqualTo(2);
        assertThat(firings.awaitAll(Duration.ZERO)).isFalse();
    }

    @Test
    void counts_what_fired_twice() throws InterruptedException {
        // Given
        var firings = new Firings(Due.burst(1, due));

        // When
        firings.fired(0);
        firings.fired(0);

        // Then
        assertThat(firings.doubled()).isEqualTo(1);
        assertThat(firings.awaitAll(Duration.ZERO)).isTrue();
    }

    @Test
    void counts_what_fired_before_its_time() {
        // Given
        var firings = new Firings(List.of(new Due(0, due), new Due(1, due.plusSeconds(3_600))));

        // When
        firings.fired(0);
        firings.fired(1);

        // Then
        assertThat(firings.early()).isEqualTo(1);
    }

    @Test
    void measures_lateness_from_when_each_was_due() {
        // Given
        var firings = new Firings(Due.burst(1, due));

        // When
        firings.fired(0);

        // Then
        assertThat(firings.lateness().worst()).isGreaterThanOrEqualTo(2_000);
        assertThat(firings.perSecond()).isPositive().isLessThan(1);
    }
}
