package dev.ephor.kit.time;

import static dev.ephor.kit.test.Patiently.await;

import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmTest {
    private static final Instant LONG_AGO = Instant.EPOCH;

    private final Alarm alarm = new Alarm();
    private final Thread sleeper = Thread.ofVirtual().unstarted(this::sleep);

    @Test
    void an_earlier_instant_wakes_the_sleeper() {
        // Given
        alarm.set(Instant.MAX);
        sleeper.start();
        await().until(() -> sleeper.getState() == Thread.State.TIMED_WAITING);

        // When
        alarm.ringBy(LONG_AGO);

        // Then
        await().until(() -> !sleeper.isAlive());
    }

    @Test
    void a_later_instant_lets_the_earlier_one_stand() {
        // Given
        alarm.set(LONG_AGO);

        // When
        alarm.ringBy(Instant.MAX);

        // Then
        sleeper.start();
        await().until(() -> !sleeper.isAlive());
    }

    @Test
    void what_rings_before_somebody_sleeps_is_not_slept_over() {
        // Given
        alarm.set(Instant.MAX);
        alarm.ringBy(LONG_AGO);

        // When
        sleeper.start();

        // Then
        await().until(() -> !sleeper.isAlive());
    }

    private void sleep() {
        try {
            alarm.await(Clock.systemUTC());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
