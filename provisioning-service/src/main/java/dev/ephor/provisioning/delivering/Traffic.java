package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Budget;
import dev.ephor.connector.WriteBudget;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.TargetState;
import dev.ephor.provisioning.application.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What goes to one target, from all of its lanes: as much as it lets be written, nothing while it
 * asks to be left alone, and one call at a time while it does not answer.
 */
final class Traffic {
    private final TargetId target;
    private final Breaker breaker;
    private final Duration askedAtMost;
    private Budget budget = new Budget(WriteBudget.UNLIMITED);
    private Instant pausedUntil = Instant.MIN;

    /**
     * @param askedAtMost how long the target may ask to be left alone
     */
    Traffic(TargetId target, Breaker breaker, Duration askedAtMost) {
        this.target = target;
        this.breaker = breaker;
        this.askedAtMost = askedAtMost;
    }

    /**
     * @param wanted memberships that are to be told; none: something is only to be read
     * @param terms what the target lets be written, as it is now
     */
    synchronized Passage ask(Change change, int wanted, WriteBudget terms, Instant now) {
        if (now.isBefore(pausedUntil)) {
            return new Passage.Later(pausedUntil);
        }
        Optional<Instant> shut = breaker.shutUntil(change, now);
        if (shut.isPresent()) {
            return new Passage.Held(shut.get(), reason(now));
        }
        if (!budget.terms().equals(terms)) {
            budget = new Budget(terms);
        }
        int affordable = (int) Math.min(wanted, budget.affordable(kind(change), now));
        if (affordable == 0 && wanted > 0) {
            return new Passage.Later(budget.readyAt(kind(change), now));
        }
        budget.spend(kind(change), affordable);
        return new Passage.Go(affordable, breaker.begin());
    }

    /**
     * A call is over.
     *
     * @return whether the target answers again, so that nobody has to wait any longer
     */
    synchronized boolean heard(List<Verdict> verdicts, Instant now) {
        verdicts.stream()
                .flatMap(verdict -> Optional.ofNullable(verdict.retryAfter()).stream())
                .max(Comparator.naturalOrder())
                .ifPresent(asked -> pause(asked, now));
        Optional<Verdict> answered = verdicts.stream().filter(Traffic::isAnAnswer).findFirst();
        if (answered.isEmpty() && !verdicts.isEmpty()) {
            breaker.failed(verdicts.getFirst().answer(), now);
            return false;
        }
        return breaker.answered();
    }

    /** The call that was to find out whether the target answers is over, whatever came of it. */
    synchronized void probed() {
        breaker.probed();
    }

    /** A person or a new definition says that it is worth asking at once. */
    synchronized void begin() {
        pausedUntil = Instant.MIN;
        breaker.answered();
    }

    synchronized TargetState.Health health(Instant now) {
        return new TargetState.Health(
                breaker.isQuarantined(now)
                        ? TargetState.Condition.QUARANTINED
                        : breaker.isOpen()
                                ? TargetState.Condition.NOT_ANSWERING
                                : TargetState.Condition.ANSWERING,
                breaker.failingSince().orElse(null),
                breaker.lastAnswer(),
                now.isBefore(pausedUntil) ? pausedUntil : null);
    }

    private void pause(Duration asked, Instant now) {
        Instant until = now.plus(asked.compareTo(askedAtMost) > 0 ? askedAtMost : asked);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        budget.exhausted(now);
    }

    private String reason(Instant now) {
        return "%s has not answered since %s%s; it is asked by one call at a time until it does; the last one: %s"
                .formatted(
                        target.target(),
                        breaker.failingSince().orElse(now),
                        breaker.isQuarantined(now) ? " and is quarantined" : "",
                        breaker.lastAnswer());
    }

    /** Also a refusal is one. */
    private static boolean isAnAnswer(Verdict verdict) {
        return switch (verdict.kind()) {
            case CONFIRMED, CONTRADICTED, REJECTED, DRIFTED -> true;
            case TRANSIENT, UNREACHABLE, HELD -> false;
        };
    }

    private static Budget.Kind kind(Change change) {
        return change == Change.WITHDRAW ? Budget.Kind.WITHDRAW : Budget.Kind.GRANT;
    }
}
