package dev.ephor.audit.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what the policy of retention does not keep. Leaf hashes, chain and tree stay, so that
 * every proof of what remains still holds.
 */
@ApplicationScoped
public class RemovingOldLeaves {
    private final RemoveLeaves leaves;
    private final Clock clock;

    RemovingOldLeaves(RemoveLeaves leaves, Clock clock) {
        this.leaves = leaves;
        this.clock = clock;
    }

    /**
     * @return how many leaves were removed
     */
    public long olderThan(Duration keep) {
        Instant before = clock.instant().minus(keep);
        long all = 0;
        int some;
        do {
            some = leaves.removeSome(before);
            all += some;
        } while (some > 0);
        return all;
    }
}
