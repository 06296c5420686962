package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.events.Assurance;
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
                .approves("arno", T1)
                .then(approved(T1, T1.plus(LONG), T1, by("arno")));
    }

    @Test
    void the_window_begins_at_the_wanted_start_when_that_is_later() {
        // Given
        var start = T1.plusSeconds(1);
        var request = requested(policy(ARNO_OR_BEA), start, null);

        // Then
        given(request, opened())
                .approves("bea", T1)
                .then(approved(start, start.plus(LONG), T1, by("bea")));
    }

    @Test
    void the_window_ends_with_the_eligibility() {
        // Given
        var until = T1.plusSeconds(1);
        var request = requested(policy(ARNO_OR_BEA), null, until);

        // Then
        given(request, opened()).approves("bea", T1).then(approved(T1, until, T1, by("bea")));
    }

    @Test
    void an_approver_says_no() {
        given(requested(), opened()).denies("bea", T1).then(denied(T1, by("bea")));
    }

    @Test
    void a_decision_records_who_with_what_assurance_and_why() {
        given(requested(STRICT), opened())
                .decides(
                        person("arno", strong(T0)),
                        new Verdict(Choice.DENY, "  freeze\n", null),
                        T1)
                .then(denied(T1, by("arno", strong(T0), "freeze")));
    }

    @Test
    void the_first_decision_stands() {
        given(requested(), opened(), denied(T1, by("bea")))
                .approves("arno", T1.plusSeconds(1))
                .thenRefused(new Refusal.AlreadyDecided("bea", false, T1));
        given(requested(), opened(), approved(T1, by("bea")))
                .denies("arno", T1.plusSeconds(1))
                .thenRefused(new Refusal.AlreadyDecided("bea", true, T1));
    }

    @Test
    void a_decision_stays_known_after_the_time_is_up() {
        given(requested(), opened(), denied(T1, by("bea")))
                .approves("arno", LAPSES_AT.plusSeconds(1))
                .thenRefused(new Refusal.AlreadyDecided("bea", false, T1));
    }

    @ParameterizedTest
    @EnumSource(Choice.class)
    void nobody_decides_their_own(Choice choice) {
        for (String spelling : List.of("dana", "DANA")) {
            // Given
            var named = Policy.Stage.anyOf(List.of(spelling, "arno"), LAPSES_AFTER, null, false);

            // Then
            given(requested(named), opened(1, T0, spelling, "arno"))
                    .decides(person(spelling, strong(T0)), new Verdict(choice, "mine", null), T1)
                    .thenRefused(new Refusal.OwnRequest());
        }
    }

    @Test
    void who_asked_for_somebody_else_does_not_decide_about_it() {
        given(requestedBy("bea"), opened(1, T0, "arno", "bea"))
                .approves("Bea", T1)
                .thenRefused(new Refusal.OwnRequest());
    }

    @Test
    void nobody_decides_whom_the_stage_does_not_name() {
        for (String who : List.of("zoe", "arno ", "")) {
            given(requested(), opened()).approves(who, T1).thenRefused(new Refusal.NotAnApprover());
        }
    }

    @Test
    void an_approver_in_another_spelling_is_the_same() {
        given(requested(), opened()).approves("ARNO", T1).then(approved(T1, by("ARNO")));
    }

    @Test
    void an_approver_of_the_same_name_in_another_tenant_is_somebody_else() {
        given(requested(), opened())
                .decides(
                        new SignedIn("tenant-2", "arno", strong(T0)),
                        new Verdict(Choice.APPROVE, "x", null),
                        T1)
                .thenRefused(new Refusal.NotAnApprover());
    }

    @Test
    void who_may_not_decide_does_not_learn_what_was_decided() {
        given(requested(), opened(), denied(T1, by("bea")))
                .approves("zoe", T1)
                .thenRefused(new Refusal.NotAnApprover());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n\t"})
    void a_reason_has_to_be_given_where_the_policy_says_so(String reason) {
        given(requested(STRICT), opened())
                .decides(person("arno", strong(T0)), new Verdict(Choice.APPROVE, reason, null), T1)
                .thenRefused(new Refusal.ReasonMissing());
    }

    @Test
    void a_weak_or_old_sign_in_is_challenged() {
        // Given
        var old = strong(T1.minus(MFA.maximumAge()).minus(Duration.ofMinutes(1)));
        var undated = new Assurance(MFA.acr(), List.of("mfa"), List.of(), null);

        // Then
        for (Assurance assurance : List.of(weak(), old, undated)) {
            given(requested(STRICT), opened())
                    .decides(
                            person("arno", assurance),
                            new Verdict(Choice.APPROVE, "because", null),
                            T1)
                    .thenRefused(new Refusal.SignInTooWeak(MFA));
        }
    }

    @Test
    void nobody_is_sent_to_sign_in_again_for_what_is_decided() {
        given(requested(STRICT), opened(), approved(T1, by("bea", strong(T0), "x")))
                .approves("arno", T1.plusSeconds(1))
                .thenRefused(new Refusal.AlreadyDecided("bea", true, T1));
    }

    @Test
    void a_decision_in_the_last_moment_counts() {
        // Given
        var last = LAPSES_AT.minusNanos(1);

        // Then
        given(requested(), opened()).approves("arno", last).then(approved(last, by("arno")));
    }

    @Test
    void a_decision_after_the_time_is_up_does_not_count_even_before_the_timer_says_so() {
        given(requested(), opened())
                .approves("arno", LAPSES_AT)
                .thenRefused(new Refusal.Lapsed(LAPSES_AT));
        given(requested(), opened(), lapsed(LAPSES_AT.plusSeconds(1)))
                .approves("arno", LAPSES_AT.plusSeconds(2))
                .thenRefused(new Refusal.Lapsed(LAPSES_AT.plusSeconds(1)));
    }

    @Test
    void what_was_withdrawn_is_approved_no_more() {
        for (var wish : withdrawals(T1)) {
            given(requested(), opened(), wish)
                    .approves("arno", T1.plusSeconds(1))
                    .thenRefused(new Refusal.TakenBack(T1));
        }
    }

    @Test
    void nothing_is_decided_where_nobody_was_asked() {
        given().approves("arno", T1).thenNothing();
        given(requested(policy(), null, null), approved(T0, null)).denies("arno", T1).thenNothing();
    }
}
