package dev.ephor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.quickstart.entra.EntraEmulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A directory that ends memberships by itself: Entra with PIM for Groups. */
class BoundedDirectoryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final EntraEmulator entra = EntraEmulator.start(0);
    private final EntraDirectory directory = new EntraDirectory(entra, Map.of("grants", "pim"));
    private final Told told = new Told();
    private final DirectoryWorker worker =
            new DirectoryWorker(
                    directory, told, new Measured(), Clock.systemUTC(), new Limits(4, 20));
    private final EntraTasks tasks = new EntraTasks(entra);
    private final String group = tasks.group();
    private final String user = tasks.user();

    @BeforeEach
    void open() {
        worker.open();
    }

    @AfterEach
    void close() {
        worker.close();
        directory.close();
        entra.close();
    }

    @Test
    void ends_what_nobody_is_left_to_withdraw() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR)));
        told.next();

        // When
        worker.close();
        entra.passTime(HOUR.minusMinutes(1));
        boolean before = entra.isMember(group, user);
        entra.passTime(Duration.ofMinutes(2));

        // Then
        assertThat(before).isTrue();
        assertThat(entra.isMember(group, user)).isFalse();
    }

    @Test
    void is_told_of_a_later_end_though_the_membership_is_confirmed() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR)));
        told.next();

        // When
        worker.bound(again(HOUR.multipliedBy(3)));
        told.next();
        entra.passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(entra.isMember(group, user)).isTrue();
        entra.passTime(HOUR.plusMinutes(1));
        assertThat(entra.isMember(group, user)).isFalse();
    }

    @Test
    void is_told_of_the_end_again_when_the_next_window_opens() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR)));
        told.next();

        // When
        worker.take(List.of(again(HOUR.multipliedBy(3))));
        told.next();
        entra.passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(entra.isMember(group, user)).isTrue();
    }

    @Test
    void is_told_of_an_earlier_end() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR.multipliedBy(3))));
        told.next();

        // When
        worker.bound(again(HOUR));
        told.next();
        entra.passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(entra.isMember(group, user)).isFalse();
    }

    @Test
    void loses_a_membership_at_once_when_it_is_withdrawn_early() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR)));
        told.next();

        // When
        worker.take(List.of(Tasks.withdraw(group, user, 2)));

        // Then
        assertThat(((MembershipObserved) told.next()).present()).isFalse();
        assertThat(entra.isMember(group, user)).isFalse();
    }

    @Test
    void takes_the_removal_of_what_it_ended_itself_for_done() throws InterruptedException {
        // Given
        worker.take(List.of(granted(1, HOUR)));
        told.next();
        entra.passTime(HOUR.plusMinutes(1));

        // When
        worker.take(List.of(Tasks.withdraw(group, user, 2)));

        // Then
        assertThat(((MembershipObserved) told.next()).present()).isFalse();
    }

    private DirectoryTask granted(long generation, Duration time) {
        return Tasks.until(Tasks.grant(group, user, generation), Instant.now().plus(time));
    }

    private DirectoryTask again(Duration time) {
        return Tasks.until(Tasks.lookAgain(group, user, 1), Instant.now().plus(time));
    }
}
