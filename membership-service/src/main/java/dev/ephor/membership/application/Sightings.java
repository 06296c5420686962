package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Needs to tell the topology what was found at a directory. */
public interface Sightings {

    /**
     * Something that differs from what the local windows want, or does so no more.
     *
     * @param present whether the directory has the membership
     * @param at not later than the directory was read
     */
    record Sighting(MembershipKey key, boolean present, Instant at) {}

    /** Completes when the log has it; may take as long as the broker is away. */
    CompletionStage<?> tell(Sighting sighting);
}
