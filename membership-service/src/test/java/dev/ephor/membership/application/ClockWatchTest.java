package dev.ephor.membership.application;

import static dev.ephor.membership.domain.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.time.ClockJumps;
import dev.ephor.kit.time.GuardedClock;
import dev.ephor.membership.kafka.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The watch over a wall clock and a time that the test sets. */
class ClockWatchTest {
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final SetClock wall = new SetClock(NOON);
    private final SetClock other = new SetClock(NOON);
    private long nanos;
    private int begun;
    private Supplier<Instant> others = other::instant;
    private final GuardedClock clock = new GuardedClock(wall, () -> nanos);
    private final ClockWatch watch =
            new ClockWatch(
                    clock, new ClockJumps(wall, () -> nanos), () -> others.get(), () -> begun++);

    @Test
    void has_begun_anew_what_goes_by_a_clock_that_was_set_back() {
        pass(Duration.ofSeconds(1));

        wall.forward(AN_HOUR.negated());
        pass(Duration.ofSeconds(2));

        assertThat(begun).isEqualTo(1);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
    }

    @Test
    void lets_go_on_what_goes_by_a_clock_that_was_set_forward_or_a_little_back() {
        wall.forward(AN_HOUR);
        pass(Duration.ofSeconds(1));
        wall.forward(Duration.ofSeconds(-1));
        pass(Duration.ofSeconds(1));

        assertThat(begun).isZero();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void has_the_windows_wait_until_the_clock_was_compared() throws InterruptedException {
        wall.forward(AN_HOUR);
        assertThat(watch.isSettledWithin(Duration.ZERO)).isFalse();

        watch.look();

        assertThat(watch.isSettledWithin(Duration.ZERO)).isTrue();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void keeps_the_windows_waiting_while_the_others_do_not_answer() throws InterruptedException {
        others = refusing(new IllegalStateException("nobody there"));

        watch.look();

        assertThat(watch.isSettledWithin(Duration.ZERO)).isFalse();
    }

    @Test
    void lets_the_windows_go_on_where_the_others_never_tell_the_time() throws InterruptedException {
        others = refusing(new UnsupportedOperationException("not you"));

        watch.look();

        assertThat(watch.isSettledWithin(Duration.ZERO)).isTrue();
    }

    @Test
    void still_compares_when_the_others_answer_again() {
        others = refusing(new UnsupportedOperationException("not yet"));
        watch.look();
        others = other::instant;
        wall.forward(AN_HOUR);

        pass(Duration.ofSeconds(5));

        assertThat(clock.isCompared()).isTrue();
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    private static Supplier<Instant> refusing(RuntimeException why) {
        return () -> {
            throw why;
        };
    }

    private void pass(Duration time) {
        for (long second = 0; second < time.toSeconds(); second++) {
            nanos += Duration.ofSeconds(1).toNanos();
            wall.forward(Duration.ofSeconds(1));
            other.forward(Duration.ofSeconds(1));
            watch.look();
        }
    }
}
