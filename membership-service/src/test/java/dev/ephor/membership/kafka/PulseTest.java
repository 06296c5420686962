package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PulseTest {
    private long nanos;
    private final Pulse pulse = new Pulse(Duration.ofSeconds(4), () -> nanos);

    @Test
    void knows_of_a_standstill_before_the_heart_beats_again() {
        pass(10);

        assertThat(pulse.standstills()).isEqualTo(1);
    }

    @Test
    void counts_a_standstill_once_whoever_notices_it_first() {
        pass(10);
        pulse.beat();
        pass(1);

        assertThat(pulse.standstills()).isEqualTo(1);
    }

    @Test
    void takes_no_notice_of_a_long_time_in_which_the_heart_beats() {
        for (int i = 0; i < 100; i++) {
            pass(1);
            pulse.beat();
        }

        assertThat(pulse.standstills()).isZero();
    }

    private void pass(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }
}
