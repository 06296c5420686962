package dev.ephor.provisioning.domain;

import static dev.ephor.provisioning.domain.Story.KEY;
import static dev.ephor.provisioning.domain.Story.LATER;
import static dev.ephor.provisioning.domain.Story.NOON;
import static dev.ephor.provisioning.domain.Story.RETRY;
import static dev.ephor.provisioning.domain.Story.ended;
import static dev.ephor.provisioning.domain.Story.granted;
import static dev.ephor.provisioning.domain.Story.removed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.events.TargetDriftEvent.TargetRevertBegun;
import dev.ephor.events.TargetDriftEvent.TargetRevertRetried;
import dev.ephor.events.TargetDriftEvent.TargetRevertStopped;
import dev.ephor.events.TargetDriftEvent.TargetRevertStuck;
import dev.ephor.provisioning.domain.Drift.Stage;
import dev.ephor.provisioning.domain.ProvisioningCommand.Accept;
import dev.ephor.provisioning.domain.ProvisioningCommand.Revert;
import dev.ephor.provisioning.domain.ProvisioningCommand.See;
import dev.ephor.provisioning.domain.ProvisioningCommand.Stop;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What it means that a target has something else than what is wanted there. */
class DriftTest {
    private static final Instant SEEN = NOON.plusSeconds(3600);
    private static final Instant DUE = SEEN.plusSeconds(900);

    @Test
    void a_member_whom_nobody_wants_is_drift() {
        Story.of("app1")
                .decide(see(nobody(), true, null))
                .says(detected(Difference.UNGRANTED, null));
    }

    @Test
    void a_wanted_member_who_is_not_there_is_drift() {
        // Given
        Story story = active();

        // When
        story.decide(see(story, false, DUE));

        // Then
        story.says(detected(Difference.VANISHED, DUE));
    }

    @Test
    void a_wanted_member_who_is_there_is_none() {
        // Given
        Story story = active();

        // When
        story.decide(see(story, true, DUE));

        // Then
        story.says();
    }

    @Test
    void what_is_under_way_is_no_drift() {
        // Given
        Story pending = Story.of("app1").hear(granted("a", 1));
        Story leaving = active().hear(ended("a", 2));

        // When
        pending.decide(see(pending, false, DUE));
        leaving.decide(see(leaving, true, DUE));

        // Then
        pending.says();
        leaving.says();
    }

    @Test
    void what_was_seen_before_something_else_was_wanted_says_nothing() {
        // Given
        Story story = active();
        See before = see(story, true, DUE);
        story.hear(ended("a", 2)).confirm("app1", Change.WITHDRAW, 2);

        // When
        story.decide(before);

        // Then
        story.says();
    }

    @Test
    void one_who_is_wanted_but_of_whom_the_target_was_never_told_is_not_ungranted() {
        // Given
        Story story = active().withTargets("app1", "app2");
        See seen = new See("app2", true, story.state().standingAt("app2"), "d1", DUE, SEEN);

        // When
        story.decide(seen);

        // Then
        story.says();
    }

    @Test
    void drift_is_told_once_and_again_when_the_policy_changes() {
        // Given
        Story story = ungranted(null);

        // When
        story.decide(see(story, true, null)).says();
        story.decide(see(story, true, DUE));

        // Then
        story.says(detected(Difference.UNGRANTED, DUE));
    }

    @Test
    void drift_that_is_gone_is_over() {
        // Given
        Story story = ungranted(null);

        // When
        story.decide(see(story, false, null));

        // Then
        story.says(over(Difference.UNGRANTED, Outcome.GONE, SEEN));
        assertThat(story.state().drifts()).isEmpty();
    }

    @Test
    void a_member_is_removed_once_the_grace_is_over() {
        // Given
        Story story = ungranted(DUE);

        // When
        story.decide(new Revert("app1", "d1", true, DUE.minusSeconds(1))).says();
        story.decide(new Revert("app1", "d1", true, DUE));
        story.says(begun(Difference.UNGRANTED, -1));
        story.confirm("app1", Change.WITHDRAW, -1);

        // Then
        story.says(over(Difference.UNGRANTED, Outcome.REVERTED, LATER));
        assertThat(story.state().drifts()).isEmpty();
        assertThat(story.delivery("app1").state()).isEqualTo(Delivery.State.CONFIRMED);
    }

    @Test
    void a_vanished_member_is_put_back_and_the_activation_stays_active() {
        // Given
        Story story = active();
        story.decide(see(story, false, DUE));

        // When
        story.decide(new Revert("app1", "d1", true, DUE));
        story.says(begun(Difference.VANISHED, 1));
        story.confirm("app1", Change.GRANT, 1);

        // Then
        story.says(over(Difference.VANISHED, Outcome.REVERTED, LATER));
        assertThat(story.state().isLive("a")).isTrue();
    }

    @Test
    void a_revert_that_fails_is_tried_again_and_stuck_after_three() {
        // Given
        Story story = ungranted(DUE);
        story.decide(new Revert("app1", "d1", true, DUE));

        // When
        story.fail("app1", Change.WITHDRAW, -1, "busy").says(retried(1));
        story.fail("app1", Change.WITHDRAW, -1, "busy").says(retried(2));
        story.fail("app1", Change.WITHDRAW, -1, "busy");

        // Then
        story.says(
                retried(3),
                new TargetRevertStuck(KEY, "d1", "app1", Difference.UNGRANTED, 3, "busy", DUE));
    }

    @Test
    void a_stopped_revert_stays_on_the_board() {
        // Given
        Story story = ungranted(DUE);

        // When
        story.decide(new Stop("app1", "kim", "Asking first", LATER));

        // Then
        story.says(
                new TargetRevertStopped(
                        KEY, "d1", "app1", Difference.UNGRANTED, "kim", "Asking first", LATER));
        story.decide(new Revert("app1", "d1", true, DUE)).says();
        assertThat(story.state().drift("app1"))
                .get()
                .returns(Stage.STOPPED, Drift::stage)
                .returns(true, Drift::isOpen);
    }

    @Test
    void a_revert_that_the_policy_does_not_want_any_more_is_not_begun() {
        // Given
        Story story = ungranted(DUE);

        // When
        story.decide(new Revert("app1", "d1", false, DUE));

        // Then
        story.says(detected(Difference.UNGRANTED, null));
    }

    @Test
    void what_was_accepted_is_no_drift_until_it_is_gone() {
        // Given
        Story story = ungranted(DUE);

        // When
        story.decide(new Accept("app1", "kim", "Runs the import", LATER));

        // Then
        story.says(
                new TargetDriftEnded(
                        KEY,
                        "d1",
                        "app1",
                        Difference.UNGRANTED,
                        Outcome.ACCEPTED,
                        "kim",
                        "Runs the import",
                        SEEN,
                        LATER));
        story.decide(see(story, true, DUE)).says();
        Provisioning gone = story.state().forgettingAccepted("app1");
        assertThat(gone.drifts()).isEmpty();
    }

    @Test
    void an_activation_supersedes_drift_and_a_revert_under_way() {
        // Given
        Story reported = ungranted(DUE);
        Story reverting = ungranted(DUE).decide(new Revert("app1", "d1", true, DUE));

        // When
        reported.hear(granted("a", 1));
        reverting.hear(granted("a", 1));

        // Then
        TargetDriftEnded over = over(Difference.UNGRANTED, Outcome.SUPERSEDED, LATER);
        reported.says(over);
        reverting.says(over);
        reverting.confirm("app1", Change.WITHDRAW, -1).says();
        assertThat(reverting.delivery("app1").change()).isEqualTo(Change.GRANT);
    }

    @Test
    void the_end_of_the_activation_supersedes_a_member_who_vanished() {
        // Given
        Story story = active();
        story.decide(see(story, false, DUE));

        // When
        story.hear(ended("a", 2));

        // Then
        story.says(over(Difference.VANISHED, Outcome.SUPERSEDED, LATER));
    }

    @Test
    void a_member_who_is_back_right_after_the_removal_goes_whatever_the_policy() {
        // Given
        Story story = active().hear(ended("a", 2)).hear(removed("a", 2));
        story.confirm("app1", Change.WITHDRAW, 2);
        Instant soon = NOON.plusSeconds(120);
        var seen = new See("app1", true, story.state().standingAt("app1"), "d1", null, soon);

        // When
        story.decide(seen);

        // Then
        story.says(new TargetDriftDetected(KEY, "d1", "app1", Difference.UNGRANTED, soon, soon));
    }

    private static Story active() {
        return Story.of("app1").hear(granted("a", 1)).confirm("app1", Change.GRANT, 1);
    }

    private static Story ungranted(@Nullable Instant revertAt) {
        return Story.of("app1").decide(see(nobody(), true, revertAt));
    }

    private static Story nobody() {
        return Story.of("app1");
    }

    private static See see(Story story, boolean present, @Nullable Instant revertAt) {
        return new See("app1", present, story.state().standingAt("app1"), "d1", revertAt, SEEN);
    }

    private static TargetDriftDetected detected(Difference kind, @Nullable Instant revertAt) {
        return new TargetDriftDetected(KEY, "d1", "app1", kind, revertAt, SEEN);
    }

    private static TargetRevertBegun begun(Difference kind, long generation) {
        return new TargetRevertBegun(KEY, "d1", "app1", kind, generation, DUE);
    }

    private static TargetRevertRetried retried(int attempts) {
        return new TargetRevertRetried(
                KEY, "d1", "app1", Difference.UNGRANTED, attempts, "busy", RETRY);
    }

    private static TargetDriftEnded over(Difference kind, Outcome outcome, Instant at) {
        return new TargetDriftEnded(KEY, "d1", "app1", kind, outcome, null, null, SEEN, at);
    }
}
