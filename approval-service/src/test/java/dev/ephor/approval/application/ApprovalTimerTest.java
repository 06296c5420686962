package dev.ephor.approval.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.Approving;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.Envelope;
import dev.ephor.events.Policy;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.test.Platform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ApprovalTimerTest {
    @Inject Surroundings surroundings;
    @Inject WakingApprovals waking;
    @Inject Approvals approvals;
    @Inject Approving approving;
    @Inject Journal journal;
    @Inject Settings settings;
    @Inject Clock clock;

    private final List<ApprovalTimer> timers = new ArrayList<>();

    @AfterEach
    void stopTimers() throws InterruptedException {
        for (ApprovalTimer timer : timers) {
            timer.stop(null);
        }
    }

    @Test
    void silence_ends_the_request_when_the_time_is_over() {
        // Given
        var asking = Asking.approversWithin(Duration.ofMillis(300));

        // When
        surroundings.say(asking.requested());

        // Then
        var events = surroundings.await(asking, 2);
        var opened = (ApprovalOpened) events.get(0).data();
        var lapsed = (ApprovalLapsed) events.get(1).data();
        assertThat(lapsed.lapsedAt()).isAfterOrEqualTo(opened.lapsesAt());
        assertThat(lapsed.stageId()).isEqualTo(opened.stageId());
        assertThat(events.get(1).traceparent()).isEqualTo(Surroundings.TRACE);
    }

    @Test
    void one_that_opens_later_and_ends_earlier_wakes_the_timer() {
        // Given
        surroundings.ask(Asking.approversWithin(Duration.ofHours(5)));
        var early = Asking.approversWithin(Duration.ofMillis(100));

        // When
        surroundings.say(early.requested());

        // Then
        assertThat(surroundings.await(early, 2)).last().satisfies(ApprovalTimerTest::isLapse);
    }

    @Test
    void what_became_due_while_nobody_ran_ends_at_the_start() {
        // Given
        var asking = openedUnnoticed(Duration.ofMillis(1));

        // When
        startTimer();

        // Then
        assertThat(surroundings.await(asking, 2)).last().satisfies(ApprovalTimerTest::isLapse);
    }

    @Test
    void what_waits_from_before_the_start_ends_in_time() {
        // Given
        var asking = openedUnnoticed(Duration.ofSeconds(1));

        // When
        startTimer();

        // Then
        assertThat(surroundings.await(asking, 2)).last().satisfies(ApprovalTimerTest::isLapse);
    }

    @Test
    void those_who_are_asked_are_reminded_and_the_backups_are_asked_in_time() {
        // Given
        var stage =
                new Policy.Stage(
                        Asking.stage(Duration.ofDays(1), null, false).panels(),
                        List.of(Policy.Approver.user(Asking.ZOE)),
                        Duration.ofMillis(200),
                        Duration.ofMillis(100),
                        Duration.ofDays(1),
                        null,
                        false);
        var asking = Asking.by(Asking.rules(stage));

        // When
        surroundings.say(asking.requested());

        // Then
        var events = surroundings.await(asking, 3).stream().map(Envelope::data).toList();
        assertThat(((ApprovalReminded) events.get(1)).approvers())
                .containsExactly(Asking.ARNO, Asking.BEA);
        assertThat(((ApprovalEscalated) events.get(2)).approvers()).containsExactly(Asking.ZOE);
    }

    @Test
    void several_instances_say_it_once() {
        // Given
        var many = Stream.generate(() -> openedUnnoticed(Duration.ofMillis(1))).limit(20).toList();

        // When
        Stream.generate(() -> 1).limit(4).forEach(_ -> startTimer());

        // Then
        many.forEach(asking -> surroundings.await(asking, 2));
        many.forEach(asking -> assertThat(surroundings.about(asking)).hasSize(2));
    }

    private void startTimer() {
        var timer = new ApprovalTimer(waking, clock);
        timers.add(timer);
        timer.start(null);
    }

    /** Opened without telling the timer that runs: by another instance, or before the start. */
    private Asking openedUnnoticed(Duration lapsesAfter) {
        var asking = Asking.approversWithin(lapsesAfter);
        var quiet = new Saying(approving, approvals, journal, new Unheard());
        var unseen = Approval.unseen(asking.id(), Surroundings.TRACE);
        var cause = new Cause(asking.id(), null, Surroundings.TRACE, Instant.now());
        var setting = settings.of(asking.requested());
        var command = new Consider(asking.requested(), setting, clock.instant());
        QuarkusTransaction.requiringNew()
                .run(() -> quiet.keep(List.of(quiet.decide(command, unseen, cause))));
        return asking;
    }

    private static void isLapse(Envelope<?> event) {
        assertThat(event.data()).isInstanceOf(ApprovalLapsed.class);
    }
}
