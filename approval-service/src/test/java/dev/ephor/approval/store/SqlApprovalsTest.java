package dev.ephor.approval.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.approval.application.Approval;
import dev.ephor.approval.application.Approvals;
import dev.ephor.approval.application.Change;
import dev.ephor.approval.application.HearingRequests;
import dev.ephor.approval.domain.ApprovalState;
import dev.ephor.approval.domain.Approving;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Event;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.VersionConflict;
import dev.ephor.kit.test.Platform;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SqlApprovalsTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    @Inject Approvals approvals;
    @Inject Approving approving;
    @Inject HearingRequests hearing;
    @Inject SessionFactory sessions;

    private final Asking asking = Asking.strictApprovers();

    @Test
    void every_story_is_read_back_as_it_was() {
        var decision =
                new Decision(
                        "stage-1", Asking.ARNO, asking.requested().assurance(), "because", null);
        var approved = approved(decision);
        var denied = new ActivationDenied(asking.key(), asking.id(), NOW, decision);
        var lapsed = new ApprovalLapsed(asking.key(), asking.id(), "stage-1", NOW);

        assertReadBack();
        assertReadBack(approved);
        assertReadBack(denied);
        assertReadBack(lapsed);
        assertReadBack(asking.takenBack());
        var given = new ApprovalGiven(asking.key(), asking.id(), NOW, decision);
        var reminded =
                new ApprovalReminded(
                        asking.key(), asking.id(), "stage-1", List.of(Asking.ARNO), NOW, null);
        var escalated =
                new ApprovalEscalated(
                        asking.key(), asking.id(), "stage-1", List.of(Asking.ZOE), NOW, null);
        assertReadBack(given, reminded, escalated, approved);
    }

    @Test
    void what_nobody_was_asked_about_is_read_back() {
        assertThat(stored(asking.requested(), approved(null)).state())
                .isEqualTo(new ApprovalState.Settled(approved(null)));
        var other = Asking.freely();
        var wish = other.takenBack();
        assertThat(store(other, wish).state()).isEqualTo(new ApprovalState.Settled(wish));
    }

    @Test
    void who_comes_second_is_told() {
        // Given
        var pending = stored(asking.requested(), opened(asking, NOW));

        // Then
        assertThatThrownBy(() -> saveStale(pending)).isInstanceOf(VersionConflict.class);
    }

    @Test
    void only_what_waits_is_due() {
        // Given
        var due = Asking.approvers();
        var later = Asking.approvers();
        var decided = Asking.approvers();
        store(due, due.requested(), opened(due, NOW.minusSeconds(9)));
        store(later, later.requested(), opened(later, NOW.plus(900, ChronoUnit.DAYS)));
        store(decided, decided.requested(), opened(decided, NOW), decided.takenBack());

        // When
        var found = inTransaction(() -> approvals.due(NOW));

        // Then
        assertThat(found).contains(due.id()).doesNotContain(later.id(), decided.id());
        assertThat(inTransaction(() -> approvals.nextDue(NOW.plus(899, ChronoUnit.DAYS))))
                .hasValue(NOW.plus(900, ChronoUnit.DAYS));
        assertThat(inTransaction(() -> approvals.nextDue(NOW.plus(900, ChronoUnit.DAYS))))
                .isEmpty();
    }

    @Test
    void a_batch_costs_a_look_up_and_an_insert() {
        // When: the service's timer may work at the same time, and is counted then
        long least = LongStream.generate(this::statementsOfABatch).limit(4).min().orElseThrow();

        // Then
        assertThat(least).isLessThan(10);
    }

    private long statementsOfABatch() {
        var batch =
                Stream.concat(
                                Stream.generate(Asking::freely).limit(75),
                                Stream.generate(Asking::approvers).limit(75))
                        .map(Asking::requested)
                        .map(Surroundings::envelope)
                        .toList();
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        hearing.hear(batch);
        assertThat(statistics.getEntityInsertCount()).isGreaterThanOrEqualTo(150);
        long statements = statistics.getPrepareStatementCount();
        statistics.setStatisticsEnabled(false);
        return statements;
    }

    private void assertReadBack(Event.AboutMembership... outcome) {
        // Given
        var fresh = Asking.strictApprovers();
        var story =
                Stream.concat(Stream.of(fresh.requested(), opened(fresh, NOW)), Stream.of(outcome))
                        .toList();

        // When
        var read = store(fresh, story.toArray(Event.AboutMembership[]::new));

        // Then
        assertThat(read.state()).isEqualTo(approving.replay(ApprovalState.UNSEEN, story));
        assertThat(read.traceparent()).isEqualTo(Surroundings.TRACE);
    }

    private Approval stored(Event.AboutMembership... story) {
        return store(asking, story);
    }

    private Approval store(Asking of, Event.AboutMembership... story) {
        save(new Approval(of.id(), ApprovalState.UNSEEN, 0, Surroundings.TRACE), story);
        return inTransaction(() -> approvals.find(of.id()).orElseThrow());
    }

    private void save(Approval before, Event.AboutMembership... happened) {
        inTransaction(
                () -> {
                    approvals.save(List.of(change(before, happened)));
                    return true;
                });
    }

    /** Loaded, then changed by somebody else, then saved. */
    private void saveStale(Approval before) {
        inTransaction(
                () -> {
                    approvals.find(before.activationId());
                    QuarkusTransaction.requiringNew().run(() -> bumped(before));
                    approvals.save(List.of(change(before, asking.takenBack())));
                    return true;
                });
    }

    private void bumped(Approval before) {
        approvals.find(before.activationId());
        approvals.save(List.of(change(before, asking.takenBack())));
    }

    private Change change(Approval before, Event.AboutMembership... happened) {
        var cause = new Cause(before.activationId(), null, null, NOW);
        var after = approving.replay(before.state(), List.of(happened));
        return new Change(before, List.of(happened), after, cause);
    }

    private ActivationApproved approved(Decision decision) {
        return new ActivationApproved(
                asking.key(),
                asking.id(),
                "eligibility-1",
                NOW,
                NOW.plus(Asking.TWO_HOURS),
                NOW,
                decision == null ? List.of() : List.of(decision),
                null);
    }

    private static ApprovalOpened opened(Asking of, Instant lapsesAt) {
        return new ApprovalOpened(
                of.key(),
                of.id(),
                "stage-1",
                1,
                List.of(Asking.ARNO),
                NOW,
                lapsesAt,
                null,
                null,
                null);
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }
}
