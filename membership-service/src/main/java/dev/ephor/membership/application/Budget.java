package dev.ephor.membership.application;

import dev.ephor.connector.WriteBudget;
import dev.ephor.events.Change;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be written to a directory now: a bucket of tokens, filled again evenly. Grants leave the
 * last quarter of it to removals, so that a removal never waits for what a burst of grants used up.
 * Not thread-safe.
 */
final class Budget {
    private static final int PART_KEPT = 4;

    /**
     * The directory's own bucket overflows until a write arrives there, while this one is filled
     * from when it was sent: so much is left in it, against being told 429.
     */
    private static final int PART_LOST = 50;

    private final WriteBudget terms;
    private final double most;
    private double tokens;
    private @Nullable Instant filled;

    Budget(WriteBudget terms) {
        this.terms = terms;
        this.most = terms.writes() - terms.writes() / PART_LOST;
        this.tokens = most;
    }

    WriteBudget terms() {
        return terms;
    }

    /** How many memberships of one line may be sent at this time. */
    long affordable(Change change, Instant now) {
        fill(now);
        long writes = (long) Math.floor(tokens - kept(change));
        return Math.max(0, writes) * inOneWrite(change);
    }

    /** Takes what sending so many costs. */
    void spend(Change change, int memberships) {
        tokens -= cost(change, memberships);
    }

    /** Gives back what was taken for memberships that were not sent after all. */
    void spare(Change change, int taken, int sent) {
        int unspent = cost(change, taken) - cost(change, sent);
        tokens = Math.min(most, tokens + unspent);
    }

    /** The directory says that nothing is left, whatever was counted here. */
    void exhausted(Instant now) {
        fill(now);
        tokens = Math.min(tokens, 0);
    }

    /** When one more write may be sent. */
    Instant readyAt(Change change, Instant now) {
        fill(now);
        double lacking = kept(change) + 1 - tokens;
        return lacking <= 0 ? now : now.plusNanos((long) Math.ceil(lacking * nanosForOne()));
    }

    int inOneWrite(Change change) {
        return change == Change.GRANT ? terms.grantsInOneWrite() : terms.withdrawalsInOneWrite();
    }

    private int cost(Change change, int memberships) {
        return Math.ceilDiv(memberships, inOneWrite(change));
    }

    private int kept(Change change) {
        return change == Change.GRANT ? terms.writes() / PART_KEPT : 0;
    }

    private double nanosForOne() {
        return (double) terms.per().toNanos() / terms.writes();
    }

    /** A clock that was set back fills nothing; one that was set forward no more than there is. */
    private void fill(Instant now) {
        if (filled != null && now.isAfter(filled)) {
            Duration since = Duration.between(filled, now);
            double more =
                    since.compareTo(terms.per()) >= 0 ? most : since.toNanos() / nanosForOne();
            tokens = Math.min(most, tokens + more);
        }
        filled = now;
    }
}
