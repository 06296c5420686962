package dev.ephor.quickstart.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void spreads_an_even_load_evenly() {
        // When
        long[] due = Pace.even(4, 5);

        // Then
        assertThat(due).containsExactly(0, SECOND / 4, SECOND / 2, 3 * SECOND / 4, SECOND);
    }

    @Test
    void sends_as_many_at_random_as_were_asked_for_in_a_second() {
        // When
        long[] due = Pace.random(100, 10_000, 1);

        // Then
        assertThat(due).isSorted();
        assertThat(due[due.length - 1] / (double) SECOND).isCloseTo(100, within(3.0));
    }

    /** Of a Poisson process the gaps' deviation is as large as their mean. */
    @Test
    void lets_calls_at_random_bunch() {
        // When
        long[] due = Pace.random(100, 10_000, 1);

        // Then
        double[] gaps =
                IntStream.range(1, due.length).mapToDouble(i -> due[i] - due[i - 1]).toArray();
        double mean = Arrays.stream(gaps).average().orElseThrow();
        double variance =
                Arrays.stream(gaps).map(gap -> (gap - mean) * (gap - mean)).average().orElseThrow();
        assertThat(Math.sqrt(variance) / mean).isCloseTo(1, within(0.05));
    }

    @Test
    void repeats_itself_for_the_same_seed() {
        // Expect
        assertThat(Pace.random(100, 50, 7)).isEqualTo(Pace.random(100, 50, 7));
        assertThat(Pace.random(100, 50, 7)).isNotEqualTo(Pace.random(100, 50, 8));
    }
}
