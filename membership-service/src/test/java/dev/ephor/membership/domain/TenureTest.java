package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.eligibilityExpired;
import static dev.ephor.membership.domain.Facts.eligibilityRemoved;
import static dev.ephor.membership.domain.Facts.granted;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.lostEligibility;
import static dev.ephor.membership.domain.Facts.observed;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Facts.under;
import static dev.ephor.membership.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is unusual about a window: what it outlives, and from when on it is counted. */
class TenureTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private static ActivationApproved counted(long latestEnd) {
        return under(new Tenure(false, HOUR, at(latestEnd)), approved("a", 0, 60));
    }

    @Test
    void counts_a_window_from_the_first_confirmation() {
        given(counted(500), opened("a", 1, 0, 60))
                .when(hear(observed(1, true, 7), 7))
                .then(granted("a", 1, 67, 7));
    }

    @Test
    void counts_no_window_beyond_its_latest_end() {
        given(counted(64), opened("a", 1, 0, 60))
                .when(hear(observed(1, true, 7), 7))
                .then(granted("a", 1, 64, 7));
    }

    @Test
    void is_due_at_the_end_that_was_counted() {
        // Given
        var decider = new MembershipDecider(3, Facts.STUCK_AGE);
        var state = Grants.none(Facts.KEY);
        state = decider.evolve(state, counted(500));
        state = decider.evolve(state, opened("a", 1, 0, 60));

        // When
        state = decider.evolve(state, granted("a", 1, 67, 7));

        // Then
        assertThat(state.nextDue()).contains(at(67));
    }

    @Test
    void ends_with_an_expired_eligibility() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60))
                .when(hear(eligibilityExpired("e1", 20), 20))
                .then(lostEligibility("a", 2, 20, true));
    }

    @Test
    void outlives_its_eligibility_where_the_policy_says_so() {
        var goesOn = under(new Tenure(true, null, null), approved("a", 0, 60));
        given(goesOn, opened("a", 1, 0, 60)).when(hear(eligibilityRemoved("e1", 20), 20)).then();
    }

    @Test
    void does_not_begin_on_an_eligibility_that_is_gone_even_if_it_could_outlive_it() {
        var goesOn = under(new Tenure(true, null, null), approved("a", 0, 60));
        given(eligibilityRemoved("e1", 0))
                .when(hear(goesOn, 1))
                .then(lostEligibility("a", 0, 1, false));
    }

    @Test
    void an_assignment_hangs_on_no_eligibility() {
        var assigned =
                new ActivationApproved(Facts.KEY, "a", null, at(0), at(60), at(0), List.of(), null);
        given(assigned, opened("a", 1, 0, 60), eligibilityRemoved("e2", 5))
                .when(hear(eligibilityRemoved("e1", 20), 20))
                .then();
    }
}
