package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;

/** Needs to tell the topology what was found at a directory. */
public interface Sightings {

    /**
     * Something that differs from what the local windows want, or does so no more.
     *
     * @param present whether the directory has the membership
     * @param at not later than the directory was read
     */
    record Sighting(MembershipKey key, boolean present, Instant at) {}

    /** Does not wait; what the log does not take is found again by a later sweep. */
    void tell(Sighting sighting);
}
