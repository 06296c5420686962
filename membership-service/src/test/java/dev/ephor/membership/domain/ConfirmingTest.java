package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.expired;
import static dev.ephor.membership.domain.Facts.failed;
import static dev.ephor.membership.domain.Facts.granted;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.observed;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Facts.removed;
import static dev.ephor.membership.domain.Facts.stuck;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import dev.ephor.events.Event.AboutMembership;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfirmingTest {
    private static final AboutMembership[] OPEN = {approved("a", 0, 60), opened("a", 1, 0, 60)};
    private static final AboutMembership[] GRANTED =
            and(OPEN, observed(1, true, 1), granted("a", 1, 60, 1));
    private static final AboutMembership[] BOTH =
            and(GRANTED, approved("b", 10, 90), opened("b", 1, 10, 90));
    private static final AboutMembership[] OVER = and(GRANTED, expired("a", 2, 60, 60, true));

    @Test
    void says_granted_once_the_directory_was_read_back() {
        // Given
        var open = given(OPEN);
        // When
        var story = open.when(hear(observed(1, true, 1), 1));
        // Then
        story.then(granted("a", 1, 60, 1));
        assertThat(story.state().order()).isEmpty();
    }

    @Test
    void says_granted_once() {
        given(GRANTED).when(hear(observed(1, true, 1), 2)).thenNothing();
    }

    @Test
    void does_not_say_granted_for_an_observation_of_an_older_generation() {
        given(and(OVER, approved("b", 61, 90), opened("b", 3, 61, 90)))
                .when(hear(observed(1, true, 62), 62))
                .thenNothing();
    }

    @Test
    void does_not_say_granted_when_the_membership_is_not_there() {
        given(OPEN).when(hear(observed(1, false, 1), 1)).thenNothing();
    }

    @Test
    void asks_the_directory_again_for_a_second_window_on_a_confirmed_membership() {
        var order = given(BOTH).state().order().orElseThrow();

        assertThat(order.known()).isTrue();
        assertThat(order.asOf()).isEqualTo(at(10));
        assertThat(order.activationId()).isEqualTo("b");
    }

    @Test
    void confirms_a_second_window_by_a_look_that_is_not_older_than_its_start() {
        given(BOTH).when(hear(observed(1, true, 10), 11)).then(granted("b", 1, 90, 10));
    }

    @Test
    void does_not_confirm_a_second_window_by_a_look_before_its_start() {
        given(BOTH).when(hear(observed(1, true, 9), 11)).thenNothing();
    }

    @Test
    void confirms_two_windows_by_one_look() {
        given(and(OPEN, approved("b", 10, 90), opened("b", 1, 10, 90)))
                .when(hear(observed(1, true, 11), 11))
                .then(granted("a", 1, 60, 11), granted("b", 1, 90, 11));
    }

    @Test
    void says_removed_once_the_directory_was_read_back_without_the_membership() {
        var story = given(OVER).when(hear(observed(2, false, 61), 61));

        story.then(removed("a", 2, 60, 61));
        assertThat(story.state().order()).isEmpty();
    }

    @Test
    void says_removed_once() {
        given(and(OVER, observed(2, false, 61)))
                .when(hear(observed(2, false, 61), 62))
                .thenNothing();
    }

    @Test
    void does_not_say_removed_while_the_membership_is_still_there() {
        given(OVER).when(hear(observed(2, true, 61), 61)).thenNothing();
    }

    @Test
    void does_not_say_granted_after_the_window_closed() {
        given(OVER).when(hear(observed(1, true, 61), 61)).thenNothing();
    }

    @Test
    void calls_a_person_after_several_failures_of_a_removal_and_goes_on() {
        var story =
                given(OVER)
                        .when(hear(failed(2, Change.WITHDRAW, 1), 61))
                        .then()
                        .when(hear(failed(2, Change.WITHDRAW, 2), 62))
                        .then()
                        .when(hear(failed(2, Change.WITHDRAW, 3), 63));

        story.then(stuck("a", 2, Change.WITHDRAW, 3, 60));
        assertThat(story.state().order())
                .hasValueSatisfying(o -> assertThat(o.attempts()).isEqualTo(3));
    }

    @Test
    void calls_a_person_once() {
        given(and(OVER, failed(2, Change.WITHDRAW, 3), stuck("a", 2, Change.WITHDRAW, 3, 60)))
                .when(hear(failed(2, Change.WITHDRAW, 4), 64))
                .then();
    }

    @Test
    void counts_a_failure_that_comes_again_once() {
        given(and(OVER, failed(2, Change.WITHDRAW, 2)))
                .when(hear(failed(2, Change.WITHDRAW, 2), 64))
                .thenNothing();
    }

    @Test
    void takes_no_notice_of_a_failure_of_a_superseded_change() {
        given(OVER).when(hear(failed(1, Change.GRANT, 9), 64)).thenNothing();
    }

    @Test
    void takes_no_notice_of_a_failure_after_success() {
        given(GRANTED).when(hear(failed(1, Change.GRANT, 9), 64)).thenNothing();
    }

    @Test
    void counts_the_failures_of_another_change_anew() {
        given(and(OPEN, failed(1, Change.GRANT, 3), stuck("a", 1, Change.GRANT, 3, 0)))
                .when(hear(Facts.deactivation("a", 10), 10))
                .then(deactivated("a", 2, 10, true))
                .when(hear(failed(2, Change.WITHDRAW, 3), 11))
                .then(stuck("a", 2, Change.WITHDRAW, 3, 10));
    }

    @Test
    void is_no_longer_stuck_when_the_window_that_was_closes_beside_a_confirmed_one() {
        var story =
                given(and(BOTH, failed(1, Change.GRANT, 3), stuck("b", 1, Change.GRANT, 3, 0)))
                        .when(hear(Facts.deactivation("b", 20), 20));

        assertThat(story.state().confirmation())
                .isEqualTo(new Confirmation(1, 0, false, at(1), null, null));
    }

    private static AboutMembership[] and(AboutMembership[] first, AboutMembership... then) {
        return Stream.of(first, then).flatMap(Stream::of).toArray(AboutMembership[]::new);
    }
}
