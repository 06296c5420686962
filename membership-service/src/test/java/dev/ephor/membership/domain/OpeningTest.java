package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.approvedAt;
import static dev.ephor.membership.domain.Facts.approvedOn;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.deactivation;
import static dev.ephor.membership.domain.Facts.eligibilityRemoved;
import static dev.ephor.membership.domain.Facts.expired;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.lostEligibility;
import static dev.ephor.membership.domain.Facts.neverOpened;
import static dev.ephor.membership.domain.Facts.open;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import org.junit.jupiter.api.Test;

class OpeningTest {

    @Test
    void opens_a_window_as_soon_as_it_is_approved() {
        // Given
        var nothing = given();
        // When
        var story = nothing.when(hear(approved("a", 0, 60), 0));
        // Then
        story.then(opened("a", 1, 0, 60));
        assertThat(story.state().nextDue()).contains(at(60));
        assertThat(story.state().order())
                .hasValueSatisfying(o -> assertThat(o.change()).isEqualTo(Change.GRANT));
    }

    @Test
    void keeps_a_window_that_starts_later_for_its_time() {
        var story = given().when(hear(approvedAt(0, "a", 30, 60), 0));

        story.then();
        assertThat(story.state().nextDue()).contains(at(30));
        assertThat(story.state().order()).isEmpty();
    }

    @Test
    void opens_a_scheduled_window_at_its_start() {
        given(approvedAt(0, "a", 30, 60)).when(open("a", 30)).then(opened("a", 1, 30, 60));
    }

    @Test
    void opens_no_window_before_its_start() {
        given(approvedAt(0, "a", 30, 60)).when(open("a", 29)).thenNothing();
    }

    @Test
    void opens_a_window_once() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60)).when(open("a", 1)).thenNothing();
    }

    @Test
    void opens_nothing_that_it_does_not_know() {
        given().when(open("a", 1)).thenNothing();
    }

    @Test
    void takes_no_notice_of_an_approval_that_comes_again() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60))
                .when(hear(approved("a", 0, 60), 5))
                .thenNothing();
    }

    @Test
    void revives_no_closed_window_by_a_late_copy_of_its_approval() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60), deactivated("a", 2, 10, true))
                .when(hear(approved("a", 0, 60), 11))
                .thenNothing();
    }

    @Test
    void never_opens_a_window_that_is_over_when_its_approval_arrives() {
        var story = given().when(hear(approved("a", 0, 60), 60));

        story.then(neverOpened("a", 0, 60));
        assertThat(story.state().order()).isEmpty();
        assertThat(story.state().nextDue()).isEmpty();
    }

    @Test
    void never_opens_a_scheduled_window_that_was_slept_through() {
        given(approvedAt(0, "a", 30, 60)).when(open("a", 61)).then(neverOpened("a", 0, 61));
    }

    @Test
    void ends_an_activation_that_was_given_back_before_its_approval_arrived() {
        var before = given().when(hear(deactivation("a", 1), 1)).then();

        before.when(hear(approved("a", 0, 60), 2)).then(deactivated("a", 0, 2, false));
    }

    @Test
    void ends_an_activation_whose_eligibility_was_removed_before_its_approval_arrived() {
        given(eligibilityRemoved("e1", 1))
                .when(hear(approved("a", 0, 60), 2))
                .then(lostEligibility("a", 0, 2, false));
    }

    @Test
    void opens_on_another_eligibility_than_the_removed_one() {
        given(eligibilityRemoved("e1", 1))
                .when(hear(approvedOn("e2", 2, "a", 2, 60), 2))
                .then(opened("a", 1, 2, 60));
    }

    @Test
    void keeps_the_generation_when_a_second_window_opens_beside_a_live_one() {
        var story =
                given(approved("a", 0, 60), opened("a", 1, 0, 60))
                        .when(hear(approved("b", 10, 90), 10));

        story.then(opened("b", 1, 10, 90));
        assertThat(story.state().nextDue()).contains(at(60));
    }

    @Test
    void counts_a_generation_on_when_a_window_opens_after_the_last_one_closed() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60), expired("a", 2, 60, 60, true))
                .when(hear(approved("b", 61, 90), 61))
                .then(opened("b", 3, 61, 90));
    }

    @Test
    void forgets_the_oldest_endings_without_letting_them_come_back() {
        var story = given();
        for (int i = 0; i < 3 * Past.REMEMBERED; i++) {
            story.when(hear(approvedAt(i, "a" + i, i, i + 1000), i));
            story.when(hear(deactivation("a" + i, i), i));
        }

        story.when(hear(approvedAt(0, "a0", 0, 1000), 500)).thenNothing();
        story.when(hear(approvedAt(500, "new", 500, 1000), 500));

        assertThat(story.state().past().closed()).hasSize(Past.REMEMBERED);
        assertThat(story.state().live().map(Grant::activationId)).containsExactly("new");
    }
}
