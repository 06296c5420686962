package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.membership.domain.Facts;
import java.time.Duration;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class DueTimesTest {
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final TaskId ONE = new TaskId(0, 1);
    private static final TaskId OTHER = new TaskId(0, 2);

    private final SetClock clock = new SetClock(Facts.NOON);
    private final DueTimes times = new DueTimes(clock);

    @Test
    void waits_as_long_as_it_likes_when_nothing_is_due() {
        times.set(ONE, Deadlines.NEVER);

        assertThat(times.wait(LONG)).isEqualTo(LONG);
    }

    @Test
    void waits_until_the_first_thing_of_any_task_is_due() {
        times.set(ONE, clock.millis() + 700);
        times.set(OTHER, clock.millis() + 30);

        assertThat(times.wait(LONG)).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void waits_no_longer_than_it_likes_for_what_is_due_late() {
        times.set(ONE, clock.millis() + 60_000);

        assertThat(times.wait(LONG)).isEqualTo(LONG);
    }

    @Test
    void does_not_wait_for_what_is_overdue() {
        times.set(ONE, clock.millis() - 5);

        assertThat(times.wait(LONG)).isZero();
    }

    @Test
    void forgets_a_task_that_went_elsewhere() {
        times.set(ONE, clock.millis() - 5);
        times.forget(ONE);

        assertThat(times.wait(LONG)).isEqualTo(LONG);
    }
}
