package dev.ephor.kit.time;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DueTimerTest {
    private final Clock clock = Clock.systemUTC();
    private final ConcurrentSkipListSet<Instant> waiting = new ConcurrentSkipListSet<>();
    private final List<Instant> done = new CopyOnWriteArrayList<>();
    private final DueTimer timer = new DueTimer("test", clock, this::settle);
    private volatile int failures;
    private volatile int looks;

    @AfterEach
    void stop() throws InterruptedException {
        timer.stop();
    }

    @Test
    void what_became_due_while_nobody_ran_is_done_at_the_start() {
        // Given
        Instant past = plan(Duration.ofHours(-1));

        // When
        timer.start();

        // Then
        await().until(() -> done.contains(past));
    }

    @Test
    void one_after_the_other_is_done_when_it_is_due_and_not_before() {
        // Given
        var planned = List.of(plan(Duration.ofMillis(40)), plan(Duration.ofMillis(80)));

        // When
        timer.start();

        // Then
        await().until(() -> done.equals(planned));
    }

    @Test
    void what_is_planned_earlier_than_the_next_wakes_it() {
        // Given
        plan(Duration.ofHours(5));
        timer.start();
        await().until(() -> looks > 0);

        // When
        Instant early = plan(Duration.ofMillis(20));
        timer.wakeBy(early);

        // Then
        await().until(() -> done.equals(List.of(early)));
    }

    @Test
    void a_failure_is_tried_again() {
        // Given
        failures = 1;
        Instant past = plan(Duration.ofHours(-1));

        // When
        timer.start();

        // Then
        await().until(() -> done.contains(past));
    }

    @Test
    void what_could_not_be_done_is_tried_again_without_haste() throws InterruptedException {
        // Given
        Instant stuck = Instant.now().minusSeconds(60);
        var calls = new CopyOnWriteArrayList<Instant>();
        var tired =
                new DueTimer(
                        "tired",
                        clock,
                        now -> {
                            calls.add(now);
                            return Optional.of(stuck);
                        });

        // When
        tired.start();
        await().until(() -> calls.size() >= 2);
        tired.stop();

        // Then
        assertThat(Duration.between(calls.get(0), calls.get(1)))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void nothing_is_done_after_the_stop() throws InterruptedException {
        // Given
        timer.start();
        await().until(() -> looks > 0);

        // When
        timer.stop();
        timer.wakeBy(plan(Duration.ofHours(-1)));

        // Then
        assertThat(done).isEmpty();
    }

    private Instant plan(Duration fromNow) {
        Instant at = clock.instant().plus(fromNow);
        waiting.add(at);
        return at;
    }

    private Optional<Instant> settle(Instant now) {
        looks++;
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("the database is away");
        }
        var due = List.copyOf(waiting.headSet(now, true));
        assertThat(due).allSatisfy(at -> assertThat(at).isBeforeOrEqualTo(clock.instant()));
        waiting.removeAll(due);
        done.addAll(due);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first());
    }
}
