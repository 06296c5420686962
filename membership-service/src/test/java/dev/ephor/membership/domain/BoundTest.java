package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.approvedAt;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.observed;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Event.AboutMembership;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BoundTest {
    private static final long MARGIN = Bound.MARGIN.toMinutes();
    private static final ActivationApproved A = approved("a", 0, 60);
    private static final AboutMembership A_OPEN = opened("a", 1, 0, 60);

    @Test
    void lies_a_margin_after_the_end_of_the_window() {
        assertThat(bound(A, A_OPEN)).isEqualTo(at(60 + MARGIN));
    }

    @Test
    void lies_after_the_last_of_the_windows_that_follow_without_a_gap() {
        assertThat(bound(A, A_OPEN, approvedAt(1, "c", 90, 200), approvedAt(1, "b", 60, 100)))
                .isEqualTo(at(200 + MARGIN));
    }

    @Test
    void does_not_reach_over_a_gap() {
        assertThat(bound(A, A_OPEN, approvedAt(1, "b", 61, 100))).isEqualTo(at(60 + MARGIN));
    }

    @Test
    void is_the_longer_of_two_windows_that_overlap() {
        assertThat(bound(A, A_OPEN, approvedAt(1, "b", 0, 30), opened("b", 1, 0, 30)))
                .isEqualTo(at(60 + MARGIN));
    }

    @Test
    void is_none_of_what_is_to_be_withdrawn() {
        var withdrawing = given(A, A_OPEN, deactivated("a", 2, 10, true)).state();

        assertThat(withdrawing.order()).hasValueSatisfying(o -> assertThat(o.until()).isNull());
    }

    @Test
    void has_moved_when_the_next_window_is_approved() {
        Grants before = given(A, A_OPEN, observed(1, true, 0)).state();

        Grants after =
                given(A, A_OPEN, observed(1, true, 0))
                        .when(hear(approvedAt(5, "b", 60, 90), 5))
                        .state();

        assertThat(after.orderOfBound(before, at(5)))
                .hasValueSatisfying(
                        order -> {
                            assertThat(order.until()).isEqualTo(at(90 + MARGIN));
                            assertThat(order.asOf()).isEqualTo(at(5));
                        });
    }

    @Test
    void has_not_moved_when_another_window_lies_within_the_first() {
        Grants before = given(A, A_OPEN).state();

        Grants after = given(A, A_OPEN).when(hear(approvedAt(5, "b", 5, 60), 5)).state();

        assertThat(after.orderOfBound(before, at(5))).isEmpty();
    }

    @Test
    void moves_no_more_once_the_membership_ends() {
        Grants before = given(A, A_OPEN).state();

        Grants after = given(A, A_OPEN, deactivated("a", 2, 10, true)).state();

        assertThat(after.orderOfBound(before, at(10))).isEmpty();
    }

    private static Instant bound(AboutMembership... happened) {
        return Bound.of(given(happened).state());
    }
}
