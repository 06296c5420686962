package dev.ephor.provisioning.application;

import dev.ephor.kit.journal.Journal;
import dev.ephor.provisioning.application.DriftBoard.Drifted;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.ProvisioningCommand.Revert;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/** Has drift mended whose time has come: the target is told like of anything else. */
@ApplicationScoped
public class RevertingDrift {
    private final Provisionings provisionings;
    private final Provisioner provisioner;
    private final DriftPolicies policies;
    private final Journal journal;
    private final WakeDelivering wakeDelivering;
    private final Clock clock;

    RevertingDrift(
            Provisionings provisionings,
            Provisioner provisioner,
            DriftPolicies policies,
            Journal journal,
            WakeDelivering wakeDelivering,
            Clock clock) {
        this.provisionings = provisionings;
        this.provisioner = provisioner;
        this.policies = policies;
        this.journal = journal;
        this.wakeDelivering = wakeDelivering;
        this.clock = clock;
    }

    /** Begins to revert, where the policy still has it so; else it is only reported from now on. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void revert(List<Drifted> due) {
        Instant now = clock.instant();
        var before = provisionings.lock(due.stream().map(Drifted::key).distinct().toList());
        var after = new HashMap<>(before);
        var saying = new Saying(provisioner);
        for (Drifted drifted : due) {
            after.computeIfPresent(
                    drifted.key(), (_, p) -> saying.decide(revert(drifted, now), p, null));
        }
        List<Provisioned> changed =
                after.values().stream()
                        .filter(p -> !p.equals(before.get(p.state().key())))
                        .toList();
        provisionings.save(changed);
        journal.appendAll(saying.entries());
        wakeDelivering.afterCommit(
                changed.stream().flatMap(p -> p.wantedSince(before.get(p.state().key()))).toList());
    }

    /** What comes right after a removal goes whatever the policy, and was due when it was found. */
    private Revert revert(Drifted drifted, Instant now) {
        String target = drifted.drift().target();
        boolean atOnce = drifted.drift().detectedAt().equals(drifted.drift().revertAt());
        boolean allowed = atOnce || policies.revertAt(drifted.key(), target, now) != null;
        return new Revert(target, drifted.drift().id(), allowed, now);
    }
}
