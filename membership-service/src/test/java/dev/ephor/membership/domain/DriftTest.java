package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.*;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftEvent.RevertBegun;
import dev.ephor.events.DriftEvent.RevertStopped;
import dev.ephor.events.DriftEvent.RevertStuck;
import dev.ephor.events.Event.AboutMembership;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a directory has and Ephor did not give, or the reverse. */
class DriftTest {
    private static final AboutMembership[] LIVE = {
        approved("a", 0, 60),
        opened("a", 1, 0, 60),
        observed(1, true, 0, false),
        granted("a", 1, 60, 0)
    };
    private static final DriftDetected PLANNED =
            new DriftDetected(KEY, "s", Difference.UNGRANTED, at(5), at(0));
    private static final RevertBegun BEGUN =
            new RevertBegun(KEY, "s", Difference.UNGRANTED, 1, at(5));

    @Test
    void reports_a_member_whom_nobody_gave_the_membership() {
        given().when(hear(sighted("s", true, 0), 0)).then(ungranted("s", 0));
    }

    @Test
    void reports_a_membership_that_vanished_while_its_window_is_open() {
        given(LIVE)
                .when(hear(sighted("s", false, 10), 10))
                .then(new DriftDetected(KEY, "s", Difference.VANISHED, null, at(10)));
    }

    @Test
    void reports_once_what_is_seen_again() {
        given(ungranted("s", 0)).when(hear(sighted("t", true, 5), 5)).thenNothing();
    }

    @Test
    void takes_no_notice_of_what_is_as_wanted() {
        given(LIVE).when(hear(sighted("s", true, 10), 10)).thenNothing();
    }

    @Test
    void takes_no_notice_of_a_look_from_before_the_confirmation() {
        given(LIVE).when(hear(sighted("s", false, 0), 10)).thenNothing();
    }

    @Test
    void takes_no_notice_while_the_directory_is_being_told() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60))
                .when(hear(sighted("s", false, 10), 10))
                .thenNothing();
    }

    @Test
    void says_that_drift_is_gone_when_it_is() {
        given(ungranted("s", 0))
                .when(hear(sighted("t", false, 5), 5))
                .then(driftEnded("s", Difference.UNGRANTED, Outcome.GONE, 0, 5));
    }

    @Test
    void reverts_after_the_grace_and_not_before() {
        given(PLANNED).when(new Command.Revert("s", at(4))).thenNothing();
        given(PLANNED).when(new Command.Revert("s", at(5))).then(BEGUN);
    }

    @Test
    void removes_what_it_reverts_and_says_when_that_is_confirmed() {
        var story = given(PLANNED, BEGUN);

        assertThat(story.state().order().orElseThrow().present()).isFalse();
        story.when(hear(observed(1, false, 6), 6))
                .then(driftEnded("s", Difference.UNGRANTED, Outcome.REVERTED, 0, 6));
    }

    @Test
    void grants_again_what_vanished_where_the_policy_says_so() {
        var story =
                given(LIVE)
                        .when(hear(toRevert("s", false, 10, 15), 10))
                        .when(new Command.Revert("s", at(15)));

        story.then(new RevertBegun(KEY, "s", Difference.VANISHED, 2, at(15)));
        assertThat(story.state().order().orElseThrow().present()).isTrue();
        story.when(hear(observed(2, true, 16, false), 16))
                .then(driftEnded("s", Difference.VANISHED, Outcome.REVERTED, 10, 16));
        story.when(expire("a", 60)).then(expired("a", 3, 60, 60, true));
    }

    @Test
    void calls_a_person_when_a_revert_does_not_work() {
        given(
                        PLANNED,
                        BEGUN,
                        failed(1, dev.ephor.events.Change.WITHDRAW, 1),
                        failed(1, dev.ephor.events.Change.WITHDRAW, 2))
                .when(hear(failed(1, dev.ephor.events.Change.WITHDRAW, 3), 6))
                .then(
                        new RevertStuck(
                                KEY,
                                "s",
                                Difference.UNGRANTED,
                                3,
                                "503 from the directory",
                                at(5)));
    }

    @Test
    void lets_a_person_stop_a_revert_before_it_begins() {
        var story = given(PLANNED).when(hear(canceledRevert("s", 2), 2));

        story.then(
                new RevertStopped(KEY, "s", Difference.UNGRANTED, "root", "asking first", at(2)));
        story.when(new Command.Revert("s", at(9))).thenNothing();
        story.when(hear(toRevert("t", true, 10, 20), 10)).thenNothing();
    }

    @Test
    void lets_nobody_stop_a_revert_that_has_begun() {
        given(PLANNED, BEGUN).when(hear(canceledRevert("s", 6), 6)).thenNothing();
        given(PLANNED, BEGUN).when(hear(accepted("s", 6), 6)).thenNothing();
    }

    @Test
    void leaves_what_a_person_accepted_also_after_an_activation() {
        var story = given(PLANNED).when(hear(accepted("s", 2), 2));

        story.then(
                new DriftEnded(
                        KEY,
                        "s",
                        Difference.UNGRANTED,
                        Outcome.ACCEPTED,
                        "root",
                        "runs the import",
                        at(0),
                        at(2)));
        assertThat(story.state().order()).isEmpty();
        story.when(hear(approved("a", 10, 20), 10)).when(hear(observed(1, true, 10), 10));
        story.when(expire("a", 20)).then(expired("a", 1, 20, 20, false));
    }

    @Test
    void removes_at_once_what_comes_back_shortly_after_its_removal() {
        var removed =
                Stream.concat(
                                Stream.of(LIVE),
                                Stream.of(
                                        expired("a", 2, 60, 60, true),
                                        observed(2, false, 60),
                                        removed("a", 2, 60, 60)))
                        .toArray(AboutMembership[]::new);

        given(removed)
                .when(hear(sighted("s", true, 65), 65))
                .then(new DriftDetected(KEY, "s", Difference.UNGRANTED, at(65), at(65)));
        given(removed).when(hear(sighted("s", true, 71), 71)).then(ungranted("s", 71));
    }

    @Test
    void ends_drift_when_an_activation_gives_the_membership() {
        given(ungranted("s", 0))
                .when(hear(approved("a", 10, 20), 10))
                .then(
                        opened("a", 1, 10, 20),
                        driftEnded("s", Difference.UNGRANTED, Outcome.SUPERSEDED, 0, 10));
    }

    @Test
    void ends_drift_when_the_window_of_a_vanished_membership_closes() {
        given(LIVE)
                .when(hear(sighted("s", false, 10), 10))
                .when(expire("a", 60))
                .then(
                        expired("a", 2, 60, 60, true),
                        driftEnded("s", Difference.VANISHED, Outcome.SUPERSEDED, 10, 60));
    }

    @Test
    void follows_the_policy_when_it_changes() {
        given(ungranted("s", 0))
                .when(hear(toRevert("t", true, 5, 10), 5))
                .then(new DriftDetected(KEY, "s", Difference.UNGRANTED, at(10), at(0)));
    }

    @Test
    void is_due_when_it_is_to_be_reverted() {
        Instant due = given(PLANNED).state().nextDue().orElseThrow();

        assertThat(due).isEqualTo(at(5));
    }
}
