package dev.ephor.kit.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.rate.Allowances.Rest;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private final SetTime time = new SetTime();
    private final Allowances allowances = new Allowances(60, time);

    @Test
    void a_caller_may_spend_a_minute_at_once_and_no_more() {
        // Given
        for (int left = 59; left >= 0; left--) {
            assertThat(allowances.take("ann")).isEqualTo(new Rest(true, left, Duration.ZERO));
        }
        // When
        Rest rest = allowances.take("ann");
        // Then
        assertThat(rest).isEqualTo(new Rest(false, 0, Duration.ofSeconds(1)));
    }

    @Test
    void calls_come_back_evenly() {
        // Given
        for (int i = 0; i < 60; i++) {
            allowances.take("ann");
        }
        // When
        time.pass(Duration.ofSeconds(2));
        // Then
        assertThat(allowances.take("ann").left()).isEqualTo(1);
    }

    @Test
    void one_caller_takes_nothing_from_another() {
        // Given
        for (int i = 0; i < 61; i++) {
            allowances.take("ann");
        }
        // When, Then
        assertThat(allowances.take("bob").isEnough()).isTrue();
    }

    @Test
    void remembers_no_more_callers_than_memory_bears() {
        // When
        for (int i = 0; i < Allowances.MOST_CALLERS + 500; i++) {
            allowances.take("caller " + i);
        }
        // Then
        assertThat(allowances.callers()).isEqualTo(Allowances.MOST_CALLERS);
    }

    private static final class SetTime implements TimeMeter {
        private long nanos;

        void pass(Duration time) {
            nanos += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
