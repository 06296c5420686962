package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.approvedAt;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.canceled;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Facts.revocation;
import static dev.ephor.membership.domain.Story.given;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import org.junit.jupiter.api.Test;

/** Cancellations and revocations, before and after what they end is known. */
class EndingByRequestTest {
    private static final AboutMembership LATER = approvedAt(0, "a", 100, 160);

    private static ActivationRevoked revoked(long generation, String reason, boolean ends) {
        return new ActivationRevoked(Facts.KEY, "a", generation, "root", reason, at(10), ends);
    }

    @Test
    void what_its_requester_cancels_never_opens() {
        given(LATER).when(hear(canceled("a", "dana", 10), 10)).then(deactivated("a", 0, 10, false));
    }

    @Test
    void what_somebody_else_cancels_is_revoked() {
        given(LATER)
                .when(hear(canceled("a", "root", 10), 10))
                .then(revoked(0, "The request was canceled", false));
    }

    @Test
    void a_cancellation_that_comes_before_its_approval_is_remembered() {
        given(canceled("a", "dana", 9)).when(hear(LATER, 10)).then(deactivated("a", 0, 10, false));
    }

    @Test
    void a_revocation_ends_a_live_window() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60))
                .when(hear(revocation("a", 10), 10))
                .then(revoked(2, "incident over", true));
    }

    @Test
    void a_revocation_that_comes_before_its_approval_is_remembered() {
        given(revocation("a", 9)).when(hear(LATER, 10)).then(revoked(0, "incident over", false));
    }

    @Test
    void a_revocation_that_comes_again_changes_nothing() {
        given(approved("a", 0, 60), opened("a", 1, 0, 60), revoked(2, "incident over", true))
                .when(hear(revocation("a", 10), 11))
                .thenNothing();
    }
}
