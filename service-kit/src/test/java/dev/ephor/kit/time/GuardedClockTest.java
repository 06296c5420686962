package dev.ephor.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration LITTLE = Duration.ofMillis(1_900);
    private static final Duration HOUR = Duration.ofHours(1);

    private Instant wall = NOON;
    private Instant other = NOON;
    private Instant truth = NOON;
    private long nanos = 7;
    private final GuardedClock clock = new GuardedClock(new Wall(), () -> nanos);

    @BeforeEach
    void compare() {
        clock.compare(() -> other);
    }

    @Test
    void shows_the_wall_clock_where_that_is_near_the_reckoning() {
        pass(Duration.ofMinutes(3));

        wall = wall.plus(LITTLE);

        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Test
    void goes_on_evenly_when_the_wall_clock_is_set_forward() {
        wall = wall.plus(HOUR);
        pass(Duration.ofMinutes(3));

        assertThat(clock.instant()).isEqualTo(truth);
        assertThat(clock.skew()).isEqualTo(HOUR);
    }

    @Test
    void goes_on_evenly_when_the_wall_clock_is_set_back() {
        wall = wall.minus(HOUR);
        pass(Duration.ofMinutes(3));

        assertThat(clock.instant()).isEqualTo(truth);
        assertThat(clock.skew()).isEqualTo(HOUR.negated());
    }

    @Test
    void still_goes_on_evenly_after_another_host_was_asked() {
        wall = wall.plus(HOUR);

        clock.compare(() -> other);

        assertThat(clock.instant()).isEqualTo(truth);
    }

    @Test
    void never_strays_further_than_the_bound_however_often_the_wall_clock_is_set_a_little() {
        for (int i = 0; i < 100; i++) {
            wall = wall.plus(LITTLE);
            pass(Duration.ofSeconds(5));
            clock.compare(() -> other);
        }

        assertThat(Duration.between(truth, clock.instant()))
                .isLessThanOrEqualTo(GuardedClock.BOUND);
    }

    @Test
    void follows_the_wall_clock_after_a_time_in_which_the_machine_stood_still() {
        wall = wall.plus(HOUR);
        other = other.plus(HOUR);

        clock.compare(() -> other);

        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
        assertThat(clock.skew()).isZero();
    }

    @Test
    void does_not_follow_another_host_whose_clock_was_set() {
        other = other.minus(HOUR);

        clock.compare(() -> other);

        assertThat(clock.instant()).isEqualTo(truth);
        assertThat(clock.otherSkew()).isEqualTo(HOUR.negated());
    }

    @Test
    void believes_another_host_rather_than_a_wall_clock_that_was_wrong_from_the_start() {
        wall = NOON.minus(HOUR);
        var late = new GuardedClock(new Wall(), () -> nanos);

        late.compare(() -> other);

        assertThat(late.instant()).isEqualTo(truth);
    }

    @Test
    void shows_the_wall_clock_again_once_that_is_put_right() {
        wall = wall.plus(HOUR);
        clock.compare(() -> other);

        wall = wall.minus(HOUR).plusMillis(20);

        assertThat(clock.instant()).isEqualTo(wall);
    }

    @Test
    void makes_nothing_of_an_answer_that_took_long() {
        var late = new GuardedClock(new Wall(), () -> nanos);
        other = NOON.minus(HOUR);

        boolean heeded = late.compare(this::afterASecond);

        assertThat(heeded).isFalse();
        assertThat(late.isCompared()).isFalse();
        assertThat(late.instant()).isEqualTo(truth);
    }

    private Instant afterASecond() {
        Instant answer = other;
        pass(Duration.ofSeconds(1));
        return answer;
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
        wall = wall.plus(time);
        other = other.plus(time);
        truth = truth.plus(time);
    }

    /** Shows what the test set. */
    private final class Wall extends Clock {
        @Override
        public Instant instant() {
            return wall;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
