package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.events.Assurance;
import dev.ephor.events.Event;
import dev.ephor.events.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidingTest {
    private static final Instant T1 = T0.plusSeconds(120);
    private static final Policy.Stage STRICT =
            Policy.Stage.anyOf(List.of("arno", "bea"), LAPSES_AFTER, MFA, true);

    @Test
    void the_window_of_an_approved_activation_begins_with_the_approval() {
        given(requested(), opened())
                .when(approve("arno", T1))
                .then(approved(T1, T1.plus(LONG), T1, by("arno")));
    }

    @Test
    void the_window_begins_at_the_wanted_start_when_that_is_later() {
        // Given
        var start = T1.plusSeconds(1);
        var request = requested(policy(ARNO_OR_BEA), start, null);

        // Then
        given(request, opened())
                .when(approve("bea", T1))
                .then(approved(start, start.plus(LONG), T1, by("bea")));
    }

    @Test
    void the_window_ends_with_the_eligibility() {
        // Given
        var until = T1.plusSeconds(1);
        var request = requested(policy(ARNO_OR_BEA), null, until);

        // Then
        given(request, opened()).when(approve("bea", T1)).then(approved(T1, until, T1, by("bea")));
    }

    @Test
    void an_approver_says_no() {
        given(requested(), opened()).when(deny("bea", T1)).then(denied(T1, by("bea")));
    }

    @Test
    void a_decision_records_who_with_what_assurance_and_why() {
        // Given
        var decide = new Decide(person("arno", strong(T0)), Choice.DENY, "  freeze\n", T1);

        // Then
        given(requested(STRICT), opened())
                .when(decide)
                .then(denied(T1, by("arno", strong(T0), "freeze")));
    }

    @Test
    void the_first_decision_stands() {
        // Given
        var denied = denied(T1, by("bea"));
        var approved = approved(T1, by("bea"));

        // Then
        assertRefused(
                approve("arno", T1.plusSeconds(1)),
                new Refusal.AlreadyDecided("bea", false, T1),
                requested(),
                opened(),
                denied);
        assertRefused(
                deny("bea", T1.plusSeconds(1)),
                new Refusal.AlreadyDecided("bea", true, T1),
                requested(),
                opened(),
                approved);
    }

    @Test
    void a_decision_stays_known_after_the_time_is_up() {
        assertRefused(
                approve("arno", LAPSES_AT.plusSeconds(1)),
                new Refusal.AlreadyDecided("bea", false, T1),
                requested(),
                opened(),
                denied(T1, by("bea")));
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void nobody_decides_their_own(Choice choice) {
        for (String spelling : List.of("dana", "DANA")) {
            // Given
            var named = Policy.Stage.anyOf(List.of(spelling, "arno"), LAPSES_AFTER, null, false);
            var decide = new Decide(person(spelling, strong(T0)), choice, "mine", T1);

            // Then
            assertRefused(decide, new Refusal.OwnRequest(), requested(named), opened());
        }
    }

    @Test
    void nobody_decides_whom_the_stage_does_not_name() {
        for (String who : List.of("zoe", "Arno", "arno ", "")) {
            assertRefused(approve(who, T1), new Refusal.NotAnApprover(), requested(), opened());
        }
    }

    @Test
    void an_approver_of_the_same_name_in_another_tenant_is_somebody_else() {
        // Given
        var stranger = new SignedIn("tenant-2", "arno", strong(T0));

        // Then
        assertRefused(
                new Decide(stranger, Choice.APPROVE, "x", T1),
                new Refusal.NotAnApprover(),
                requested(),
                opened());
    }

    @Test
    void who_may_not_decide_does_not_learn_what_was_decided() {
        assertRefused(
                approve("zoe", T1),
                new Refusal.NotAnApprover(),
                requested(),
                opened(),
                denied(T1, by("bea")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t"})
    void a_reason_has_to_be_given_where_the_policy_says_so(String reason) {
        // Given
        var decide = new Decide(person("arno", strong(T0)), Choice.APPROVE, reason, T1);

        // Then
        assertRefused(decide, new Refusal.ReasonMissing(), requested(STRICT), opened());
    }

    @Test
    void a_weak_or_old_sign_in_is_challenged() {
        // Given
        var old = strong(T1.minus(MFA.maximumAge()).minus(Duration.ofMinutes(1)));
        var undated = new Assurance(MFA.acr(), List.of("mfa"), List.of(), null);

        // Then
        for (Assurance assurance : List.of(weak(), old, undated)) {
            assertRefused(
                    new Decide(person("arno", assurance), Choice.APPROVE, "because", T1),
                    new Refusal.SignInTooWeak(MFA),
                    requested(STRICT),
                    opened());
        }
    }

    @Test
    void nobody_is_sent_to_sign_in_again_for_what_is_decided() {
        assertRefused(
                approve("arno", T1.plusSeconds(1)),
                new Refusal.AlreadyDecided("bea", true, T1),
                requested(STRICT),
                opened(),
                approved(T1, by("bea", strong(T0), "x")));
    }

    @Test
    void a_decision_in_the_last_moment_counts() {
        // Given
        var last = LAPSES_AT.minusNanos(1);

        // Then
        given(requested(), opened()).when(approve("arno", last)).then(approved(last, by("arno")));
    }

    @Test
    void a_decision_after_the_time_is_up_does_not_count_even_before_the_timer_says_so() {
        assertRefused(
                approve("arno", LAPSES_AT), new Refusal.Lapsed(LAPSES_AT), requested(), opened());
        assertRefused(
                approve("arno", LAPSES_AT.plusSeconds(2)),
                new Refusal.Lapsed(LAPSES_AT),
                requested(),
                opened(),
                lapsed(LAPSES_AT.plusSeconds(1)));
    }

    @Test
    void what_was_taken_back_is_approved_no_more() {
        assertRefused(
                approve("arno", T1.plusSeconds(1)),
                new Refusal.TakenBack(T1),
                requested(),
                opened(),
                takenBack(T1));
    }

    @Test
    void nothing_is_decided_where_nobody_was_asked() {
        given().when(approve("arno", T1)).thenNothing();
        given(requested(policy(), null, null), approved(T0, null))
                .when(deny("arno", T1))
                .thenNothing();
    }

    private static void assertRefused(
            Decide decision, Refusal refusal, Event.AboutMembership... story) {
        var state = given(story).state();
        assertThat(DecisionPolicy.refusal(decision, (Asked) state)).hasValue(refusal);
        given(story).when(decision).thenNothing();
    }
}
