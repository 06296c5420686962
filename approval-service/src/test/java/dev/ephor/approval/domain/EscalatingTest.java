package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;

import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reminders, backups, and stages that nobody can pass. */
class EscalatingTest {
    private static final Duration REMINDS = Duration.ofHours(1);
    private static final Duration ESCALATES = Duration.ofHours(4);
    private static final Instant REMINDS_AT = T0.plus(REMINDS);
    private static final Instant ESCALATES_AT = T0.plus(ESCALATES);
    private static final Policy.Stage TWO =
            new Policy.Stage(
                    List.of(ofGroup(2, "security")),
                    List.of(Approver.user("zoe")),
                    ESCALATES,
                    REMINDS,
                    LAPSES_AFTER,
                    null,
                    false);
    private static final Policy.Stage WITHOUT_BACKUPS =
            new Policy.Stage(TWO.panels(), List.of(), null, null, LAPSES_AFTER, null, false);

    @Test
    void an_opened_stage_says_when_it_reminds_and_escalates() {
        given().when(consider(requested(TWO))).then(requested(TWO), opening());
    }

    @Test
    void those_who_have_not_decided_are_reminded_once() {
        given(requested(TWO), opening(), agreed(T0, by("arno")))
                .wakes(REMINDS_AT)
                .then(reminded(REMINDS_AT, "cleo", "sven"));
        given(requested(TWO), opening(), reminded(REMINDS_AT, "arno", "cleo", "sven"))
                .wakes(REMINDS_AT.plusSeconds(9))
                .thenNothing();
        given(requested(TWO), opening()).wakes(REMINDS_AT.minusNanos(1)).thenNothing();
    }

    @Test
    void the_backups_are_asked_as_well_after_a_time() {
        given(requested(TWO), opening(), reminded(REMINDS_AT, "arno", "cleo", "sven"))
                .wakes(ESCALATES_AT)
                .then(escalated(ESCALATES_AT, "zoe"));
    }

    @Test
    void what_became_due_together_is_said_together() {
        given(requested(TWO), opening())
                .wakes(ESCALATES_AT)
                .then(
                        reminded(ESCALATES_AT, "arno", "cleo", "sven"),
                        escalated(ESCALATES_AT, "zoe"));
    }

    @Test
    void a_backup_counts_after_the_escalation_and_not_before() {
        // Given
        var later = ESCALATES_AT.plusSeconds(1);

        // Then
        given(requested(TWO), opening())
                .approves("zoe", T0.plusSeconds(1))
                .thenRefused(new Refusal.NotAnApprover());
        given(requested(TWO), opening(), agreed(T0, by("arno")), escalated(ESCALATES_AT, "zoe"))
                .approves("zoe", later)
                .then(approvedBy(later, LONG, by("arno"), by("zoe")));
    }

    @Test
    void a_stage_that_its_panels_cannot_pass_asks_the_backups_at_once() {
        // Given
        var few = Town.AS_USUAL.with("security", "arno");
        var request = requested(TWO);

        // Then
        given().when(new Consider(request, few.setting(request), T0))
                .then(request, opening(T0, "arno"), escalated(T0, "zoe"));
    }

    @Test
    void a_stage_that_nobody_can_pass_lapses_at_once_and_asks_nobody() {
        // Given
        var few = Town.AS_USUAL.with("security", "arno");
        var request = requested(WITHOUT_BACKUPS);

        // Then
        given().when(new Consider(request, few.setting(request), T0))
                .then(request, opened(1, T0), lapsed(T0));
    }

    @Test
    void a_next_stage_that_nobody_can_pass_lapses_at_once() {
        // Given
        var request = requested(stage(panel(1, "arno")), stage(panel(1, "arno")));

        // Then
        given(request, opened(1, T0, "arno"))
                .approves("arno", T0)
                .then(
                        agreed(T0, by("arno")),
                        opened(2, T0),
                        new ApprovalLapsed(KEY, ACTIVATION, "stage-2", T0));
    }

    @Test
    void a_vote_after_which_too_few_are_left_asks_the_backups_at_once() {
        // Given
        var few = Town.AS_USUAL.with("security", "arno");

        // Then
        given(requested(TWO), opening())
                .but(few)
                .approves("arno", T0)
                .then(agreed(T0, by("arno")), escalated(T0, "zoe"));
        given(requested(WITHOUT_BACKUPS), opened(1, T0, "arno", "cleo", "sven"))
                .but(few)
                .approves("arno", T0)
                .then(agreed(T0, by("arno")), lapsed(T0));
    }

    @Test
    void a_reminder_that_finds_too_few_left_ends_it() {
        given(requested(TWO), opening())
                .but(Town.AS_USUAL.with("security").without("zoe"))
                .wakes(REMINDS_AT)
                .then(lapsed(REMINDS_AT));
    }

    @Test
    void who_is_suspended_decides_nothing_and_is_waited_for() {
        // Given
        var town = Town.AS_USUAL.with("security", "arno", "cleo").suspending("arno");
        var opening = opening(ESCALATES_AT, "arno", "cleo");

        // Then
        given().but(town)
                .when(new Consider(requested(TWO), town.setting(requested(TWO)), T0))
                .then(requested(TWO), opening);
        given(requested(TWO), opening)
                .but(town)
                .approves("arno", T0)
                .thenRefused(new Refusal.Suspended());
        given(requested(TWO), opening)
                .but(town)
                .denies("arno", T0)
                .thenRefused(new Refusal.Suspended());
        given(requested(TWO), opening)
                .but(town)
                .wakes(ESCALATES_AT)
                .then(reminded(ESCALATES_AT, "arno", "cleo"), escalated(ESCALATES_AT, "zoe"));
    }

    @Test
    void a_vote_holds_while_its_voter_is_not_suspended() {
        // Given
        var later = T0.plusSeconds(1);
        var town = Town.AS_USUAL.suspending("arno");

        // Then
        given(requested(TWO), opening(), agreed(T0, by("arno")))
                .but(town)
                .approves("cleo", later)
                .then(agreed(later, by("cleo")));
        given(requested(TWO), opening(), agreed(T0, by("arno")), agreed(later, by("cleo")))
                .wakes(later)
                .then(approvedBy(later, LONG, by("arno"), by("cleo")));
        given(requested(TWO), opening(), agreed(T0, by("arno")), agreed(later, by("cleo")))
                .but(town)
                .approves("sven", later)
                .then(approvedBy(later, LONG, by("cleo"), by("sven")));
    }

    @Test
    void a_panel_that_names_nobody_is_the_default_approvers() {
        // Given
        var request = requested(stage(new Policy.Panel(null, List.of(), 1)));

        // Then
        given().when(consider(request)).then(request, opened(1, T0, "dora"));
        given().when(consider(requested(stage()))).then(requested(stage()), opened(1, T0, "dora"));
    }

    @Test
    void a_manager_is_the_requesters() {
        // Given
        var request = requested(stage(new Policy.Panel(null, List.of(Approver.manager()), 1)));

        // Then
        given().when(consider(request)).then(request, opened(1, T0, "mona"));
    }

    @Test
    void the_template_reminds_where_the_policy_does_not_and_keeps_waiting_short() {
        // Given
        var request = requested();
        var waiting = new Waiting(Duration.ofHours(2), Duration.ofHours(1));
        var setting = Town.AS_USUAL.setting(request, waiting);

        // Then
        given().when(new Consider(request, setting, T0))
                .then(
                        request,
                        new ApprovalOpened(
                                KEY,
                                ACTIVATION,
                                STAGE,
                                1,
                                List.of("arno", "bea"),
                                T0,
                                T0.plus(Duration.ofHours(2)),
                                T0.plus(Duration.ofHours(1)),
                                null,
                                Town.MESSAGE));
    }

    private static ApprovalOpened opening() {
        return opening(ESCALATES_AT, "arno", "cleo", "sven");
    }

    private static ApprovalOpened opening(Instant escalatesAt, String... approvers) {
        return new ApprovalOpened(
                KEY,
                ACTIVATION,
                STAGE,
                1,
                List.of(approvers),
                T0,
                LAPSES_AT,
                REMINDS_AT,
                escalatesAt,
                Town.MESSAGE);
    }

    private static ApprovalReminded reminded(Instant at, String... people) {
        return new ApprovalReminded(KEY, ACTIVATION, STAGE, List.of(people), at, Town.MESSAGE);
    }
}
