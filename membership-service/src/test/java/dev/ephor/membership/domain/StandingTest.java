package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.*;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Memberships that were there before Ephor gave them. */
class StandingTest {

    @Test
    void leaves_a_membership_that_was_there_before_the_activation() {
        given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0))
                .when(expire("a", 60))
                .then(expired("a", 1, 60, 60, false));
    }

    @Test
    void asks_the_directory_for_nothing_when_the_membership_stays() {
        var story =
                given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0));

        story.when(expire("a", 60));

        assertThat(story.state().order()).isEmpty();
    }

    @Test
    void takes_away_what_the_next_activation_had_to_give_again() {
        given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0),
                        expired("a", 1, 60, 60, false),
                        approved("b", 70, 90),
                        opened("b", 1, 70, 90),
                        observed(1, true, 70, false),
                        granted("b", 1, 90, 70))
                .when(expire("b", 90))
                .then(expired("b", 2, 90, 90, true));
    }

    @Test
    void takes_away_what_the_directory_had_not_confirmed_when_the_window_closed() {
        given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0),
                        expired("a", 1, 60, 60, false),
                        approved("b", 70, 90),
                        opened("b", 1, 70, 90))
                .when(hear(deactivation("b", 71), 71))
                .then(deactivated("b", 2, 71, true));
    }

    @Test
    void may_find_a_standing_membership_only_before_anything_was_asked() {
        var fresh = given(approved("a", 0, 60), opened("a", 1, 0, 60));
        var failed =
                given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        failed(1, dev.ephor.events.Change.GRANT, 1));
        var second =
                given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        approved("b", 0, 60),
                        opened("b", 1, 0, 60));

        assertThat(fresh.state().order().orElseThrow().fresh()).isTrue();
        assertThat(failed.state().order().orElseThrow().fresh()).isFalse();
        assertThat(second.state().order().orElseThrow().fresh()).isFalse();
    }

    @Test
    void takes_a_membership_for_its_own_shortly_after_it_removed_one() {
        var soon = reopened(65);
        var later = reopened(75);

        assertThat(soon.state().order().orElseThrow().fresh()).isFalse();
        assertThat(later.state().order().orElseThrow().fresh()).isTrue();
    }

    @Test
    void takes_a_membership_for_its_own_while_the_removal_before_is_not_confirmed() {
        var story =
                given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0),
                        granted("a", 1, 60, 0),
                        expired("a", 2, 60, 60, true));

        story.when(hear(approved("b", 100, 120), 100));

        assertThat(story.state().order().orElseThrow().fresh()).isFalse();
        story.when(hear(observed(3, true, 100, true), 100))
                .when(expire("b", 120))
                .then(expired("b", 4, 120, 120, true));
    }

    @Test
    void takes_away_what_may_be_its_own_since_a_call_failed() {
        given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0),
                        approved("b", 10, 50),
                        opened("b", 1, 10, 50),
                        failed(1, dev.ephor.events.Change.GRANT, 1),
                        observed(1, true, 12),
                        granted("b", 1, 50, 12),
                        expired("b", 1, 50, 50, false))
                .when(expire("a", 60))
                .then(expired("a", 2, 60, 60, true));
    }

    @Test
    void forgets_a_standing_membership_that_its_owner_ended() {
        var story =
                given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0, true),
                        granted("a", 1, 60, 0),
                        expired("a", 1, 60, 60, false));

        story.when(hear(sighted("s", false, 70), 70)).then();

        assertThat(story.state().wanted().present()).isFalse();
        assertThat(story.state().order()).isEmpty();
    }

    private static Story reopened(long start) {
        return given(
                        approved("a", 0, 60),
                        opened("a", 1, 0, 60),
                        observed(1, true, 0),
                        granted("a", 1, 60, 0),
                        expired("a", 2, 60, 60, true),
                        observed(2, false, 60),
                        removed("a", 2, 60, 60))
                .when(hear(approvedAt(start, "b", start, start + 10), start));
    }
}
