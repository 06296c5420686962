package dev.ephor.provisioning.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.domain.Drift;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one membership at one target before it is looked at.
 *
 * @param drift null: none is known
 * @param askedAt when the target should have been told last
 */
public record AtTarget(
        MembershipKey key, Standing standing, @Nullable Drift drift, Instant askedAt) {

    public static AtTarget of(Provisioning state, String target) {
        return new AtTarget(
                state.key(),
                state.standingAt(target),
                state.drift(target).orElse(null),
                state.delivery(target).map(d -> d.since()).orElse(Instant.EPOCH));
    }

    /** Whether nobody may take the membership away: it is wanted, or may be. */
    public boolean mayBeWanted() {
        return standing.wanted() != Standing.Want.ABSENT;
    }

    /** What it means that the target was seen like that. */
    public Sighting seen(boolean present, boolean revertible) {
        boolean differs =
                switch (standing.wanted()) {
                    case PRESENT -> !present;
                    case ABSENT -> present;
                    case UNDECIDED -> false;
                };
        boolean known = drift != null;
        return new Sighting(key, present, standing, revertible, differs && !known, known);
    }

    /**
     * What a target was seen to have of one membership.
     *
     * @param standing what it should have had, when it was looked at
     * @param revertible whether Ephor can mend it, and nobody wanted could be meant
     * @param isNew whether it would be drift that nobody was told of
     * @param isDrifted whether drift is known already, or was accepted
     */
    public record Sighting(
            MembershipKey key,
            boolean present,
            Standing standing,
            boolean revertible,
            boolean isNew,
            boolean isDrifted) {}
}
