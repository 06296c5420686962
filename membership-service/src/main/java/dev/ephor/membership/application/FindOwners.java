package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.util.List;
import java.util.Optional;

/** Needs to know which of several instances decides about what. */
public interface FindOwners {

    /**
     * Where the instance that owns a membership answers.
     *
     * @return {@code host:port}; empty: this is it
     * @throws FindMemberships.NotReady while that is being settled
     */
    Optional<String> ownerOf(MembershipKey key);

    /**
     * Where the other instances answer, which with this one own everything.
     *
     * @throws FindMemberships.NotReady while something has no owner
     */
    List<String> others();
}
