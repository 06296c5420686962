package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait after a failure: twice as long after each, up to a limit that is low for
 * removals.
 *
 * @param first after the first failure
 * @param grantsAtMost the limit for grants
 * @param withdrawalsAtMost the limit for removals
 * @param askedAtMost how long a target may ask us to wait
 */
public record Backoff(
        Duration first, Duration grantsAtMost, Duration withdrawalsAtMost, Duration askedAtMost) {
    private static final int DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    public Backoff {
        positive("first", first);
        positive("grants-at-most", grantsAtMost);
        positive("withdrawals-at-most", withdrawalsAtMost);
        positive("asked-at-most", askedAtMost);
    }

    /**
     * The wait before the next try.
     *
     * @param failures how often it failed, from 1
     * @param asked how long the target asked us to wait; it is obeyed in full, up to the limit
     * @param chance from 0 to 1: spreads the tries of many, by a fifth either way
     */
    Duration wait(Change change, int failures, @Nullable Duration asked, double chance) {
        Duration limit = change == Change.WITHDRAW ? withdrawalsAtMost : grantsAtMost;
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, DOUBLINGS));
        double spread = 1 - SPREAD + 2 * SPREAD * chance;
        var own = Duration.ofMillis((long) (shorter(doubled, limit).toMillis() * spread));
        return asked == null ? own : longer(own, shorter(asked, askedAtMost));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.retry.%s is %s: give a time above zero"
                            .formatted(key, value));
        }
    }
}
