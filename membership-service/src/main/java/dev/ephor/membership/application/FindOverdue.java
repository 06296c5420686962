package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.List;

/** Needs to know what nobody closed, from the local windows alone. */
public interface FindOverdue {

    /**
     * Memberships with a window that should have closed before {@code due}, and none that gives the
     * membership at {@code now}.
     *
     * @param atMost that many, the oldest first
     */
    List<MembershipKey> overdue(Instant due, Instant now, int atMost);
}
