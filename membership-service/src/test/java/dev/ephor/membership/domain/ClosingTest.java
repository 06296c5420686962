package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.approvedAt;
import static dev.ephor.membership.domain.Facts.approvedOn;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.deactivation;
import static dev.ephor.membership.domain.Facts.eligibilityRemoved;
import static dev.ephor.membership.domain.Facts.expire;
import static dev.ephor.membership.domain.Facts.expired;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.lostEligibility;
import static dev.ephor.membership.domain.Facts.neverOpened;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.WindowOpened;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final ActivationApproved A = approved("a", 0, 60);
    private static final WindowOpened A_OPEN = opened("a", 1, 0, 60);
    private static final ActivationApproved B = approvedOn("e2", 10, "b", 10, 90);
    private static final WindowOpened B_OPEN = opened("b", 1, 10, 90);

    @Test
    void closes_a_window_at_its_end_and_takes_the_membership_away() {
        // Given
        var open = given(A, A_OPEN);
        // When
        var story = open.when(expire("a", 60));
        // Then
        story.then(expired("a", 2, 60, 60, true));
        assertThat(story.state().order().orElseThrow())
                .returns(Change.WITHDRAW, Order::change)
                .returns(2L, Order::generation)
                .returns("a", Order::activationId);
    }

    @Test
    void closes_no_window_early() {
        given(A, A_OPEN).when(expire("a", 59)).thenNothing();
    }

    @Test
    void closes_a_window_once() {
        given(A, A_OPEN, expired("a", 2, 60, 60, true)).when(expire("a", 61)).thenNothing();
    }

    @Test
    void takes_a_removal_for_due_since_the_end_however_late_it_was_noticed() {
        var story = given(A, A_OPEN).when(expire("a", 75));

        story.then(expired("a", 2, 60, 75, true));
        assertThat(story.state().wanted().since()).isEqualTo(at(60));
    }

    @Test
    void keeps_the_membership_when_one_of_two_windows_closes() {
        var story = given(A, A_OPEN, B, B_OPEN).when(expire("a", 60));

        story.then(expired("a", 1, 60, 60, false));
        assertThat(story.state().wanted().present()).isTrue();
    }

    @Test
    void extends_without_a_gap_when_the_next_window_starts_as_the_last_one_ends() {
        var story = given(A, A_OPEN, approvedAt(5, "b", 60, 90));

        assertThat(story.state().dueBy(at(60)))
                .containsExactly(Facts.open("b", 60), expire("a", 60));
    }

    @Test
    void keeps_the_order_of_time_when_several_things_became_due_unnoticed() {
        var story = given(A, A_OPEN, approvedAt(5, "b", 70, 90));

        assertThat(story.state().dueBy(at(80)))
                .containsExactly(expire("a", 80), Facts.open("b", 80));
    }

    @Test
    void closes_a_window_that_its_requester_gives_back() {
        given(A, A_OPEN).when(hear(deactivation("a", 10), 10)).then(deactivated("a", 2, 10, true));
    }

    @Test
    void closes_a_window_that_is_given_back_before_it_began() {
        given(approvedAt(0, "a", 30, 60))
                .when(hear(deactivation("a", 10), 10))
                .then(deactivated("a", 0, 10, false));
    }

    @Test
    void takes_no_notice_of_a_deactivation_that_comes_again() {
        given(A, A_OPEN, deactivated("a", 2, 10, true))
                .when(hear(deactivation("a", 10), 11))
                .thenNothing();
    }

    @Test
    void remembers_an_unknown_deactivation_once() {
        given(deactivation("a", 10)).when(hear(deactivation("a", 10), 11)).thenNothing();
    }

    @Test
    void ends_what_hangs_on_a_removed_eligibility_and_nothing_else() {
        given(A, A_OPEN, B, B_OPEN, approvedAt(11, "c", 200, 300))
                .when(hear(eligibilityRemoved("e1", 20), 20))
                .then(lostEligibility("a", 1, 20, false), lostEligibility("c", 1, 20, false));
    }

    @Test
    void ends_the_membership_with_the_last_window_of_a_removed_eligibility() {
        given(A, A_OPEN, approvedAt(10, "b", 10, 90), B_OPEN)
                .when(hear(eligibilityRemoved("e1", 20), 20))
                .then(lostEligibility("a", 1, 20, false), lostEligibility("b", 2, 20, true));
    }

    @Test
    void takes_no_notice_of_an_eligibility_removed_again() {
        given(eligibilityRemoved("e1", 1)).when(hear(eligibilityRemoved("e1", 1), 2)).thenNothing();
    }

    @Test
    void says_that_a_window_came_to_nothing_when_it_could_not_open_before_its_end() {
        given(approvedAt(0, "a", 30, 60)).when(expire("a", 60)).then(neverOpened("a", 0, 60));
    }
}
