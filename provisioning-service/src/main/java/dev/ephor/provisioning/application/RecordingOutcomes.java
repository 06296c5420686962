package dev.ephor.provisioning.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.journal.Journal;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes note of what came of telling a target, as one transaction for all that it was told. */
@ApplicationScoped
public class RecordingOutcomes {
    private final Provisionings provisionings;
    private final Provisioner provisioner;
    private final Journal journal;
    private final ProvisioningLog log;
    private final Clock clock;

    RecordingOutcomes(
            Provisionings provisionings,
            Provisioner provisioner,
            Journal journal,
            ProvisioningLog log,
            Clock clock) {
        this.provisionings = provisionings;
        this.provisioner = provisioner;
        this.journal = journal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records attempts, each of another membership.
     *
     * @return what is to be tried again
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<DueDelivery> record(List<Attempt> attempts) {
        var before = provisionings.lock(attempts.stream().map(a -> a.delivery().key()).toList());
        var states = new HashMap<>(before);
        Instant now = clock.instant();
        var saying = new Saying(provisioner);
        for (Attempt attempt : attempts) {
            states.computeIfPresent(
                    attempt.delivery().key(),
                    (_, known) -> saying.decide(take(attempt, now), known, null));
        }
        provisionings.save(
                states.values().stream()
                        .filter(p -> !p.equals(before.get(p.state().key())))
                        .toList());
        journal.appendAll(saying.entries());
        log.append(
                attempts.stream().flatMap(RecordingOutcomes::entries).toList(),
                attempts.stream()
                        .map(Attempt::call)
                        .filter(TargetCall::isKept)
                        .distinct()
                        .toList());
        return attempts.stream().flatMap(a -> unfinished(a, states).stream()).toList();
    }

    private static Take take(Attempt attempt, Instant now) {
        DueDelivery delivery = attempt.delivery();
        Outcome outcome =
                attempt.verdict().kind() == Verdict.Kind.CONFIRMED
                        ? new Outcome.Confirmed()
                        : new Outcome.Failed(attempt.verdict().answer(), attempt.retryAt());
        return new Take(delivery.target(), delivery.change(), delivery.generation(), outcome, now);
    }

    private static Stream<LogEntry> entries(Attempt attempt) {
        DueDelivery delivery = attempt.delivery();
        return delivery.activations().stream()
                .map(
                        activation ->
                                new LogEntry(
                                        0,
                                        attempt.at(),
                                        delivery.key(),
                                        delivery.target(),
                                        activation,
                                        delivery.change(),
                                        delivery.attempts() + 1,
                                        attempt.took().toMillis(),
                                        attempt.verdict().kind(),
                                        attempt.verdict().answer(),
                                        attempt.call().isKept() ? attempt.call().id() : null));
    }

    private static Optional<DueDelivery> unfinished(
            Attempt attempt, Map<MembershipKey, Provisioned> states) {
        MembershipKey key = attempt.delivery().key();
        return Objects.requireNonNull(states.get(key))
                .state()
                .delivery(attempt.delivery().target())
                .filter(d -> d.state() != Delivery.State.CONFIRMED)
                .map(d -> DueDelivery.of(key, d));
    }
}
