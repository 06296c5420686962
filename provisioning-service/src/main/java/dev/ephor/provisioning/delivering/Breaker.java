package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a target answers at all. After some calls in a row that it did not, from whichever lane,
 * one call at a time finds out whether it does again; the others are held back. A target that fails
 * for long is quarantined: its grants are asked more rarely still, its removals as before. The
 * first answer ends all of it. Not thread-safe.
 */
final class Breaker {
    private static final double AVERAGE = 0.5;

    private final BreakerTerms terms;
    private final Backoff backoff;
    private int failures;
    private boolean probing;
    private Instant failingSince = Instant.MAX;
    private Instant failedAt = Instant.MIN;
    private String lastAnswer = "";

    Breaker(BreakerTerms terms, Backoff backoff) {
        this.terms = terms;
        this.backoff = backoff;
    }

    /** Until when no such call is made; empty: it may be made now. */
    Optional<Instant> shutUntil(Change change, Instant now) {
        if (!isOpen()) {
            return Optional.empty();
        }
        Instant next = failedAt.plus(pause(change, now));
        if (probing && !next.isAfter(now)) {
            return Optional.of(now.plus(pause(change, now)));
        }
        return Optional.of(next).filter(until -> until.isAfter(now));
    }

    /**
     * A call is made.
     *
     * @return whether it is the one that finds out; then {@link #probed} follows in any case
     */
    boolean begin() {
        probing = isOpen();
        return probing;
    }

    /** The call that was to find out is over. */
    void probed() {
        probing = false;
    }

    /** The target answered, whatever it said; true: it had not for long enough to be held back. */
    boolean answered() {
        boolean wasOpen = isOpen();
        failures = 0;
        probing = false;
        failingSince = Instant.MAX;
        lastAnswer = "";
        return wasOpen;
    }

    void failed(String answer, Instant at) {
        failures++;
        failingSince = at.isBefore(failingSince) ? at : failingSince;
        failedAt = at;
        lastAnswer = answer;
    }

    boolean isOpen() {
        return failures >= terms.opensAfter();
    }

    boolean isQuarantined(Instant now) {
        return isOpen() && !now.isBefore(failingSince.plus(terms.quarantineAfter()));
    }

    /** Since when no call was answered; empty: the last one was. */
    Optional<Instant> failingSince() {
        return failures == 0 ? Optional.empty() : Optional.of(failingSince);
    }

    String lastAnswer() {
        return lastAnswer;
    }

    private Duration pause(Change change, Instant now) {
        int since = failures - terms.opensAfter() + 1;
        Duration pause = backoff.wait(change, since, null, AVERAGE);
        boolean rare = change == Change.GRANT && isQuarantined(now);
        return rare && pause.compareTo(terms.quarantinedGrants()) < 0
                ? terms.quarantinedGrants()
                : pause;
    }
}
