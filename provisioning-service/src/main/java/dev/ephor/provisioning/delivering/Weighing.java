package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Exchange;
import dev.ephor.kit.time.Ids;
import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.DueDelivery.Accepted;
import dev.ephor.provisioning.application.TargetCall;
import dev.ephor.provisioning.application.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what of one call is to be recorded from what the target may yet show: a contradiction
 * within the target's own lag is looked at again, and only then believed.
 */
final class Weighing {
    private static final int LOOKS = 4;
    private static final Duration SHORTEST_LOOK = Duration.ofMillis(50);

    private final List<Attempt> attempts = new ArrayList<>();
    private final List<DueDelivery> again = new ArrayList<>();
    private final Map<String, TargetCall> whole = new HashMap<>();
    private final Span span;
    private final Ids ids;
    private final TargetCall call;

    /**
     * @param lag how long the target may take to show what it accepted
     */
    record Span(Instant at, Instant ended, Duration lag) {}

    Weighing(Span span, List<Exchange> exchanges, Ids ids) {
        this.span = span;
        this.ids = ids;
        this.call = new TargetCall(ids.next(), exchanges);
    }

    /**
     * @param pause before the next try
     */
    void add(DueDelivery delivery, Verdict verdict, Duration pause) {
        Accepted before = delivery.accepted();
        Accepted told = before == null ? new Accepted(span.at(), call) : before;
        if (verdict.kind() == Verdict.Kind.CONTRADICTED
                && span.ended().isBefore(told.at().plus(span.lag()))) {
            again.add(delivery.accepted(told).dueAt(nextLook(told.at())));
            return;
        }
        TargetCall proof = before == null ? call : whole(before.call());
        Duration took = Duration.between(told.at(), span.ended());
        attempts.add(
                new Attempt(
                        delivery.accepted(null),
                        told.at(),
                        took.isNegative() ? Duration.ZERO : took,
                        Judging.proven(verdict, proof.exchanges()),
                        proof,
                        span.ended().plus(pause)));
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<DueDelivery> lookedAtAgain() {
        return again;
    }

    private Instant nextLook(Instant toldAt) {
        Duration part = span.lag().dividedBy(LOOKS);
        Duration pause = part.compareTo(SHORTEST_LOOK) < 0 ? SHORTEST_LOOK : part;
        Instant last = toldAt.plus(span.lag());
        Instant next = span.ended().plus(pause);
        return next.isAfter(last) ? last : next;
    }

    /** The telling and the last look. */
    private TargetCall whole(TargetCall earlier) {
        return whole.computeIfAbsent(
                earlier.id(),
                _ -> {
                    var all = new ArrayList<>(earlier.exchanges());
                    all.addAll(call.exchanges());
                    return new TargetCall(ids.next(), all);
                });
    }
}
