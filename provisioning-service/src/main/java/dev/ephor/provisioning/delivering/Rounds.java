package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Connector;
import dev.ephor.events.Change;
import dev.ephor.kit.time.Ids;
import dev.ephor.provisioning.application.Attempt;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.TargetCall;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.delivering.Connection.Opening;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the call for a batch, or says why there is none, and when each delivery is tried again. */
@ApplicationScoped
class Rounds {
    private final Telling telling;
    private final Backoff backoff;
    private final Ids ids;
    private final Clock clock;

    Rounds(Telling telling, Backoff backoff, Ids ids, Clock clock) {
        this.telling = telling;
        this.backoff = backoff;
        this.ids = ids;
        this.clock = clock;
    }

    /** There is no connection, and will not be until a person changes something. */
    Round impossible(List<DueDelivery> batch, String fault) {
        return uncalled(batch, new Verdict(Verdict.Kind.REJECTED, fault, null), Instant.MIN);
    }

    /** What is stuck already is not said to be so again and again: it waits. */
    Round held(List<DueDelivery> batch, Passage.Held held) {
        List<DueDelivery> unsaid = batch.stream().filter(d -> !d.stuck()).toList();
        Verdict verdict = new Verdict(Verdict.Kind.HELD, Judging.oneLine(held.reason()), null);
        Round said = uncalled(unsaid, verdict, held.until());
        List<DueDelivery> waiting = batch.stream().filter(DueDelivery::stuck).toList();
        return new Round(said.attempts(), Round.later(waiting, held.until()).later(), List.of());
    }

    private Round uncalled(List<DueDelivery> batch, Verdict verdict, Instant notBefore) {
        Instant now = clock.instant();
        var call = new TargetCall(ids.next(), List.of());
        double chance = ThreadLocalRandom.current().nextDouble();
        List<Attempt> attempts =
                batch.stream()
                        .map(
                                d -> {
                                    Instant own = now.plus(wait(d, verdict, chance));
                                    Instant retryAt = own.isAfter(notBefore) ? own : notBefore;
                                    return new Attempt(
                                            d.accepted(null),
                                            now,
                                            Duration.ZERO,
                                            verdict,
                                            call,
                                            retryAt);
                                })
                        .toList();
        return new Round(attempts, List.of(), List.of());
    }

    /**
     * @param most how many may be told; the others go with the next call
     */
    Round made(Connector connector, List<DueDelivery> batch, int most, Opening opening) {
        var some = new ArrayList<DueDelivery>();
        var others = new ArrayList<DueDelivery>();
        int told = 0;
        for (DueDelivery delivery : batch) {
            boolean goes = delivery.accepted() != null || told++ < most;
            (goes ? some : others).add(delivery);
        }
        Change change = batch.getFirst().change();
        Instant at = clock.instant();
        Telling.Told heard = telling.tell(connector, change, some, opening.secrets());
        var span = new Weighing.Span(at, clock.instant(), opening.lag());
        var weighing = new Weighing(span, heard.exchanges(), ids);
        // One chance for all: what failed together is tried again together, in one call.
        double chance = ThreadLocalRandom.current().nextDouble();
        for (int i = 0; i < some.size(); i++) {
            Verdict verdict = heard.verdicts().get(i);
            weighing.add(some.get(i), verdict, wait(some.get(i), verdict, chance));
        }
        others.addAll(weighing.lookedAtAgain());
        return new Round(weighing.attempts(), others, heard.verdicts());
    }

    private Duration wait(DueDelivery delivery, Verdict verdict, double chance) {
        return backoff.wait(
                delivery.change(), delivery.attempts() + 1, verdict.retryAfter(), chance);
    }
}
