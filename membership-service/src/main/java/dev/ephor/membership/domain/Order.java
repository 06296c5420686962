package dev.ephor.membership.domain;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the directory is asked to do about one membership, until it is read back.
 *
 * @param generation of what is wanted; a greater one supersedes this order
 * @param asOf an observation must not be older than this in order to count
 * @param known whether this generation was confirmed before, so that reading back may be enough
 * @param fresh whether a membership that is there already must be somebody else's
 * @param until when a directory that can is to end it by itself, a margin after its windows end;
 *     null: it is to be withdrawn now
 * @param attempts how often it failed so far
 */
public record Order(
        MembershipKey key,
        String activationId,
        long generation,
        Change change,
        Instant asOf,
        boolean known,
        boolean fresh,
        @Nullable Instant until,
        int attempts) {

    public boolean present() {
        return change == Change.GRANT;
    }

    /**
     * Whether its windows ended while it waited, as they do while a process is suspended: what
     * would be granted now would be an overstay, and its removal is about to be asked for.
     */
    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until.minus(Bound.MARGIN));
    }

    /** The same after one more failure. */
    public Order failedOnce() {
        return new Order(
                key, activationId, generation, change, asOf, known, false, until, attempts + 1);
    }

    /** Whether both ask for the same, however often it failed. */
    public boolean sameAs(Order other) {
        return key.equals(other.key) && generation == other.generation && asOf.equals(other.asOf);
    }
}
