package dev.ephor.connector;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be written to an other side now: a bucket of tokens, filled again evenly. Grants leave
 * the last quarter of it to removals, so that a removal never waits for what a burst of grants used
 * up. Not thread-safe.
 */
public final class Budget {
    /** What is written. */
    public enum Kind {
        GRANT,
        WITHDRAW
    }

    private static final int PART_KEPT = 4;

    /**
     * The other side's own bucket overflows until a write arrives there, while this one is filled
     * from when it was sent: so much is left in it, against being told 429.
     */
    private static final int PART_LOST = 50;

    private final WriteBudget terms;
    private final double most;
    private double tokens;
    private @Nullable Instant filled;

    public Budget(WriteBudget terms) {
        this.terms = terms;
        this.most = terms.writes() - terms.writes() / PART_LOST;
        this.tokens = most;
    }

    public WriteBudget terms() {
        return terms;
    }

    /** How many memberships of one group may be sent at this time. */
    public long affordable(Kind kind, Instant now) {
        fill(now);
        long writes = (long) Math.floor(tokens - kept(kind));
        return Math.max(0, writes) * inOneWrite(kind);
    }

    /** Takes what sending so many costs. */
    public void spend(Kind kind, int memberships) {
        tokens -= cost(kind, memberships);
    }

    /** Gives back what was taken for memberships that were not sent after all. */
    public void spare(Kind kind, int taken, int sent) {
        int unspent = cost(kind, taken) - cost(kind, sent);
        tokens = Math.min(most, tokens + unspent);
    }

    /** The other side says that nothing is left, whatever was counted here. */
    public void exhausted(Instant now) {
        fill(now);
        tokens = Math.min(tokens, 0);
    }

    /** When one more write may be sent. */
    public Instant readyAt(Kind kind, Instant now) {
        fill(now);
        double lacking = kept(kind) + 1 - tokens;
        return lacking <= 0 ? now : now.plusNanos((long) Math.ceil(lacking * nanosForOne()));
    }

    public int inOneWrite(Kind kind) {
        return kind == Kind.GRANT ? terms.grantsInOneWrite() : terms.withdrawalsInOneWrite();
    }

    private int cost(Kind kind, int memberships) {
        return Math.ceilDiv(memberships, inOneWrite(kind));
    }

    private int kept(Kind kind) {
        return kind == Kind.GRANT ? terms.writes() / PART_KEPT : 0;
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
