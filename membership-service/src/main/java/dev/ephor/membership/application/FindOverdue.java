package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Needs to know what nobody closed, from the local windows alone. */
public interface FindOverdue {

    /**
     * Memberships with a window that should have closed before {@code due}, and none that gives the
     * membership at {@code now}.
     *
     * @param wanted those for which it says no are passed over, and cost next to nothing
     * @param atMost that many of the rest
     * @throws FindMemberships.NotReady while the windows are being moved or loaded
     */
    List<MembershipKey> overdue(
            Instant due, Instant now, Predicate<MembershipKey> wanted, int atMost);
}
