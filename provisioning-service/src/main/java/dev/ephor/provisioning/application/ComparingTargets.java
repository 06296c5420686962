package dev.ephor.provisioning.application;

import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.time.Ids;
import dev.ephor.provisioning.application.AtTarget.Sighting;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.ProvisioningCommand.See;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Takes note of what a target was seen to have, and says where that is drift. */
@ApplicationScoped
public class ComparingTargets {
    private final Provisionings provisionings;
    private final Provisioner provisioner;
    private final DriftPolicies policies;
    private final Journal journal;
    private final ProvisioningLog log;
    private final Ids ids;

    ComparingTargets(
            Provisionings provisionings,
            Provisioner provisioner,
            DriftPolicies policies,
            Journal journal,
            ProvisioningLog log,
            Ids ids) {
        this.provisionings = provisionings;
        this.provisioner = provisioner;
        this.policies = policies;
        this.journal = journal;
        this.log = log;
        this.ids = ids;
    }

    /**
     * What a target was seen to have in one group.
     *
     * @param call what was exchanged
     */
    public record Look(
            String target, List<Sighting> sightings, Instant at, Duration took, TargetCall call) {
        public Look {
            sightings = List.copyOf(sightings);
        }
    }

    /**
     * @return the drift that was found
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public List<TargetDriftDetected> take(Look look) {
        var before = provisionings.lock(look.sightings().stream().map(Sighting::key).toList());
        var after = new HashMap<>(before);
        var saying = new Saying(provisioner);
        for (Sighting sighting : look.sightings()) {
            after.computeIfPresent(
                    sighting.key(), (_, known) -> seen(sighting, look, known, saying));
        }
        provisionings.save(changed(before, after));
        journal.appendAll(saying.entries());
        List<TargetDriftDetected> found =
                saying.entries().stream()
                        .flatMap(entry -> entry.events().stream())
                        .flatMap(ComparingTargets::detected)
                        .toList();
        List<LogEntry> lines =
                found.stream()
                        .filter(drift -> drift.detectedAt().equals(look.at()))
                        .map(drift -> line(drift, look))
                        .toList();
        log.append(
                lines, lines.isEmpty() || !look.call().isKept() ? List.of() : List.of(look.call()));
        return found;
    }

    private static List<Provisioned> changed(
            Map<MembershipKey, Provisioned> before, Map<MembershipKey, Provisioned> after) {
        return after.values().stream().filter(p -> !p.equals(before.get(p.state().key()))).toList();
    }

    private Provisioned seen(Sighting sighting, Look look, Provisioned known, Saying saying) {
        Instant revertAt =
                sighting.revertible()
                        ? policies.revertAt(sighting.key(), look.target(), look.at())
                        : null;
        var see =
                new See(
                        look.target(),
                        sighting.present(),
                        sighting.standing(),
                        ids.next(),
                        revertAt,
                        look.at());
        Provisioned next = saying.decide(see, known, null);
        return sighting.present()
                ? next
                : next.with(next.state().forgettingAccepted(look.target()));
    }

    private static Stream<TargetDriftDetected> detected(Event event) {
        return event instanceof TargetDriftDetected drift ? Stream.of(drift) : Stream.empty();
    }

    private static LogEntry line(TargetDriftDetected drift, Look look) {
        boolean ungranted = drift.kind() == Difference.UNGRANTED;
        return new LogEntry(
                0,
                look.at(),
                drift.key(),
                drift.target(),
                drift.driftId(),
                ungranted ? Change.WITHDRAW : Change.GRANT,
                0,
                look.took().toMillis(),
                Verdict.Kind.DRIFTED,
                ungranted
                        ? "the target has a member that Ephor did not provision"
                        : "the target lacks a member that it had confirmed",
                look.call().isKept() ? look.call().id() : null);
    }
}
