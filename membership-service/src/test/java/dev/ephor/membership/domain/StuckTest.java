package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.*;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.ObservationEvent.RetryRequested;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Removals that wait, and what a person says of them. */
class StuckTest {
    private static final List<AboutMembership> DUE =
            List.of(
                    approved("a", 0, 60),
                    opened("a", 1, 0, 60),
                    observed(1, true, 0),
                    granted("a", 1, 60, 0),
                    expired("a", 2, 60, 60, true));
    private static final MembershipStuck WAITED =
            new MembershipStuck(KEY, "a", 2, Change.WITHDRAW, 0, null, at(60));

    @Test
    void calls_a_person_for_a_removal_that_only_waited() {
        due().when(age(59)).thenNothing();
        due().when(age(60)).thenNothing();
        due().when(age(61)).then(WAITED);
    }

    @Test
    void calls_a_person_once() {
        due(WAITED).when(age(70)).thenNothing();
        due(WAITED, failed(2, Change.WITHDRAW, 1), failed(2, Change.WITHDRAW, 2))
                .when(hear(failed(2, Change.WITHDRAW, 3), 70))
                .then();
    }

    @Test
    void is_silent_about_a_removal_that_is_confirmed() {
        due(observed(2, false, 60), removed("a", 2, 60, 60)).when(age(99)).thenNothing();
    }

    @Test
    void lets_a_person_close_a_removal_with_evidence() {
        var story = due(WAITED).when(hear(attested(2, 70), 70));

        story.then(new StuckClosed(KEY, "a", 2, "root", "saw it in the portal", at(60), at(70)));
        assertThat(story.state().order()).isEmpty();
    }

    @Test
    void closes_nothing_that_is_not_stuck_or_not_what_the_person_saw() {
        due().when(hear(attested(2, 70), 60)).thenNothing();
        due(WAITED).when(hear(attested(1, 70), 70)).thenNothing();
        given(approved("a", 0, 60), opened("a", 1, 0, 60), stuck("a", 1, Change.GRANT, 3, 0))
                .when(hear(attested(1, 5), 5))
                .thenNothing();
    }

    @Test
    void remembers_the_last_answer_for_the_board() {
        var story = due(failed(2, Change.WITHDRAW, 1));

        assertThat(story.state().confirmation().answer()).isEqualTo("503 from the directory");
        assertThat(story.state().confirmation().failedAt()).isEqualTo(at(1));
    }

    @Test
    void hears_a_retry_of_what_is_outstanding_alone() {
        var retry = new RetryRequested(KEY, 2, "root", at(70));

        assertThat(new MembershipDecider(3, STUCK_AGE).decide(hear(retry, 70), due(WAITED).state()))
                .containsExactly(retry);
        due(observed(2, false, 60)).when(hear(retry, 70)).thenNothing();
    }

    private static Story due(AboutMembership... more) {
        var all = new ArrayList<>(DUE);
        all.addAll(List.of(more));
        return given(all.toArray(AboutMembership[]::new));
    }

    private static Command age(long now) {
        return new Command.CheckAge(at(now));
    }
}
