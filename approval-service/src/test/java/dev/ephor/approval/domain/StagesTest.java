package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.events.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several stages, panels and quorums. */
class StagesTest {
    private static final Instant T1 = T0.plusSeconds(120);
    private static final Instant T2 = T1.plusSeconds(120);
    private static final Instant T3 = T2.plusSeconds(120);
    private static final Policy.Stage BOTH_HOUSES =
            stage(ofGroup(1, "security"), ofGroup(1, "finance"));
    private static final Policy.Stage TWO_OF_SECURITY = stage(ofGroup(2, "security"));

    @Test
    void the_second_stage_opens_when_the_first_is_passed() {
        // Given
        var request = requested(stage(panel(1, "arno")), stage(panel(1, "bea")));

        // Then
        given(request, opened(1, T0, "arno"))
                .approves("arno", T1)
                .then(agreed(T1, by("arno")), opened(2, T1, "bea"));
        given(request, opened(1, T0, "arno"), agreed(T1, by("arno")), opened(2, T1, "bea"))
                .approves("bea", T2)
                .then(approvedBy(T2, LONG, by("arno"), by(2, "bea", null)));
    }

    @Test
    void the_first_denial_ends_it_in_any_stage() {
        // Given
        var request = requested(TWO_OF_SECURITY);

        // Then
        given(request, opened(1, T0, "arno", "cleo", "sven"), agreed(T1, by("arno")))
                .denies("cleo", T2)
                .then(denied(T2, by("cleo")));
    }

    @Test
    void a_quorum_takes_as_many() {
        // Given
        var request = requested(TWO_OF_SECURITY);

        // Then
        given(request, opened(1, T0, "arno", "cleo", "sven"))
                .approves("sven", T1)
                .then(agreed(T1, by("sven")));
        given(request, opened(1, T0, "arno", "cleo", "sven"), agreed(T1, by("sven")))
                .approves("arno", T2)
                .then(approvedBy(T2, LONG, by("sven"), by("arno")));
    }

    @Test
    void every_panel_has_to_agree() {
        // Given
        var request = requested(BOTH_HOUSES);
        var opened = opened(1, T0, "arno", "cleo", "sven", "bea", "finn");

        // Then
        given(request, opened, agreed(T1, by("arno")))
                .approves("cleo", T2)
                .then(agreed(T2, by("cleo")));
        given(request, opened, agreed(T1, by("arno")))
                .approves("finn", T2)
                .then(approvedBy(T2, LONG, by("arno"), by("finn")));
    }

    @Test
    void who_is_in_two_panels_counts_in_one_and_in_that_where_they_are_needed() {
        // Given
        var request = requested(BOTH_HOUSES);
        var opened = opened(1, T0, "arno", "cleo", "sven", "bea", "finn");

        // Then
        given(request, opened).approves("sven", T1).then(agreed(T1, by("sven")));
        given(request, opened, agreed(T1, by("sven")))
                .approves("arno", T2)
                .then(approvedBy(T2, LONG, by("sven"), by("arno")));
        given(request, opened, agreed(T1, by("sven")))
                .approves("bea", T2)
                .then(approvedBy(T2, LONG, by("sven"), by("bea")));
    }

    @Test
    void nobody_votes_twice_in_a_stage() {
        given(requested(TWO_OF_SECURITY), opened(1, T0, "arno", "cleo"), agreed(T1, by("arno")))
                .approves("ARNO", T2)
                .thenRefused(new Refusal.AlreadyDecided("arno", true, T1));
    }

    @Test
    void who_decided_in_one_stage_is_not_asked_in_the_next() {
        // Given
        var request = requested(stage(panel(1, "arno")), stage(panel(1, "arno", "bea")));

        // Then
        given(request, opened(1, T0, "arno"))
                .approves("arno", T1)
                .then(agreed(T1, by("arno")), opened(2, T1, "bea"));
        given(request, opened(1, T0, "arno"), agreed(T1, by("arno")), opened(2, T1, "bea"))
                .approves("arno", T2)
                .thenRefused(new Refusal.AlreadyDecided("arno", true, T1));
    }

    @Test
    void stages_come_in_order() {
        // Given
        var request = requested(stage(panel(1, "arno")), stage(panel(1, "bea")));
        var yes = new Verdict(Choice.APPROVE, null, null);

        // Then
        given(request, opened(1, T0, "arno"))
                .decides("stage-2", person("arno", weak()), yes, T1)
                .thenRefused(new Refusal.NotYetOpen());
        given(request, opened(1, T0, "arno"), agreed(T1, by("arno")), opened(2, T1, "bea"))
                .decides("stage-1", person("bea", weak()), yes, T2)
                .thenRefused(new Refusal.AlreadyDecided("arno", true, T1));
    }

    @Test
    void who_was_disabled_since_they_were_asked_decides_no_more() {
        given(requested(), opened())
                .but(Town.AS_USUAL.without("arno"))
                .approves("arno", T1)
                .thenRefused(new Refusal.NoLongerAnApprover());
    }

    @Test
    void who_left_the_group_since_they_were_asked_decides_no_more() {
        given(requested(TWO_OF_SECURITY), opened(1, T0, "arno", "cleo", "sven"))
                .but(Town.AS_USUAL.with("security", "cleo", "sven"))
                .denies("arno", T1)
                .thenRefused(new Refusal.NoLongerAnApprover());
    }

    @Test
    void a_vote_of_somebody_who_left_since_does_not_complete_the_stage() {
        // Given
        var left = Town.AS_USUAL.with("security", "cleo", "sven", "vera");
        var story =
                given(
                        requested(TWO_OF_SECURITY),
                        opened(1, T0, "arno", "cleo", "sven"),
                        agreed(T1, by("arno")));

        // Then
        story.but(left).approves("cleo", T2).then(agreed(T2, by("cleo")));
        story.and().approves("sven", T3).then(approvedBy(T3, LONG, by("cleo"), by("sven")));
    }

    @Test
    void who_joined_the_group_after_the_opening_was_not_asked() {
        given(requested(TWO_OF_SECURITY), opened(1, T0, "arno", "cleo", "sven"))
                .but(Town.AS_USUAL.with("security", "arno", "cleo", "sven", "vera"))
                .approves("vera", T1)
                .thenRefused(new Refusal.NotAnApprover());
    }

    @Test
    void the_shortest_window_of_all_decisions_counts() {
        // Given
        var hour = Duration.ofHours(1);
        var half = Duration.ofMinutes(30);
        var request = requested(TWO_OF_SECURITY);

        // Then
        given(request, opened(1, T0, "arno", "cleo", "sven"), agreed(T1, by(1, "arno", half)))
                .approves("cleo", T2, hour)
                .then(approvedBy(T2, half, by(1, "arno", half), by(1, "cleo", hour)));
    }

    @Test
    void a_window_is_never_lengthened() {
        given(requested(), opened())
                .approves("arno", T1, LONG.plusNanos(1))
                .thenRefused(new Refusal.WouldLengthen(LONG, LONG.plusNanos(1)));
        given(requested(), opened()).approves("arno", T1, LONG).then(approved(T1, by("arno")));
    }

    @Test
    void a_window_of_nothing_is_no_approval() {
        for (Duration nothing : List.of(Duration.ZERO, Duration.ofHours(-1))) {
            given(requested(), opened())
                    .approves("arno", T1, nothing)
                    .thenRefused(new Refusal.NothingLeft());
        }
    }
}
