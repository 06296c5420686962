package dev.ephor.provisioning.application;

import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.application.FindWaiting.Waiting;
import dev.ephor.provisioning.application.SpeakToTargets.Trial;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an administrator asks about targets, and asks of them. */
@ApplicationScoped
public class AskingTargets {
    private final Catalog catalog;
    private final SpeakToTargets speak;
    private final FindWaiting findWaiting;

    AskingTargets(Catalog catalog, SpeakToTargets speak, FindWaiting findWaiting) {
        this.catalog = catalog;
        this.speak = speak;
        this.findWaiting = findWaiting;
    }

    /** Every target of the tenant, by name. */
    public List<TargetState> states(String tenant) {
        Map<String, Waiting> waiting = findWaiting.at(tenant);
        return catalog.all(TargetDefined.class).stream()
                .filter(target -> target.tenant().equals(tenant))
                .sorted(Comparator.comparing(TargetDefined::target))
                .map(target -> state(target, waiting))
                .toList();
    }

    /** What waits is counted for all instances, and quarantine is known to all. */
    private TargetState state(TargetDefined target, Map<String, Waiting> all) {
        Waiting waiting = all.getOrDefault(target.target(), Waiting.nothing(target.target()));
        TargetState seen = speak.state(target);
        Instant quarantined = waiting.quarantinedAt();
        return new TargetState(
                seen.target(),
                seen.kind(),
                quarantined == null ? seen.health() : seen.health().quarantined(quarantined),
                waiting.pending(),
                waiting.stuck());
    }

    /**
     * Has what waits for a target tried at once.
     *
     * @param group only memberships of this one; null: of all
     * @param principal only those of this one; null: of all
     * @return how many that are; empty where there is no such target
     */
    public Optional<Integer> provisionNow(
            String tenant, String target, @Nullable String group, @Nullable String principal) {
        return catalog.target(tenant, target)
                .map(t -> speak.hurry(tenant, target, key -> isMeant(key, group, principal)));
    }

    /**
     * Has a target read at once, to find members whom Ephor did not provision.
     *
     * @param group only this one; null: every managed one
     * @return how many groups that are; empty where there is no such target
     */
    public Optional<Integer> reconcile(String tenant, String target, @Nullable String group) {
        return catalog.target(tenant, target).map(_ -> speak.reconcile(tenant, target, group));
    }

    /** Finds out whether a target lets Ephor in; empty where there is no such target. */
    public Optional<Trial> test(String tenant, String target) {
        return catalog.target(tenant, target).map(definition -> speak.trial(definition, true));
    }

    /**
     * Whether a definition would do. It is called only where it is the one that is in force: who
     * may define the address must not thereby learn the secret that is sent there.
     */
    public Trial validate(TargetDefined definition) {
        return speak.trial(definition, isInForce(definition));
    }

    /** Whether the definition is the one by which the target is told. */
    public boolean isInForce(TargetDefined definition) {
        return catalog.target(definition.tenant(), definition.target())
                .filter(definition::equals)
                .isPresent();
    }

    private static boolean isMeant(
            MembershipKey key, @Nullable String group, @Nullable String principal) {
        return (group == null || group.equals(key.group()))
                && (principal == null || principal.equals(key.principal()));
    }
}
