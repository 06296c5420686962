package dev.ephor.provisioning.application;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.DriftPolicy.Action;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done about drift, and where: the group's policy, in which a target may have another
 * action. Managed at a target is a group that has a policy, as at directories, and is told there.
 */
@ApplicationScoped
public class DriftPolicies {
    private static final String SETTING = "drift";

    private final Catalog catalog;

    DriftPolicies(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * What a target's settings say; empty: nothing, and then the group's policy holds.
     *
     * @throws IllegalArgumentException where it is neither {@code report} nor {@code revert}
     */
    public static Optional<Action> of(Map<String, String> settings) {
        String said = settings.get(SETTING);
        if (said == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Action.of(said));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the setting 'drift' is '%s': give report or revert, or leave it out and the group's holds"
                            .formatted(said),
                    e);
        }
    }

    /** Ids of the groups that are managed at a target. */
    public List<String> groupsAt(TargetDefined target) {
        return catalog.all(GroupDefined.class).stream()
                .filter(group -> group.tenant().equals(target.tenant()))
                .filter(group -> isManaged(group, target.target()))
                .map(GroupDefined::group)
                .sorted()
                .toList();
    }

    /** When drift that is seen now is reverted; null: it is not. */
    @Nullable Instant revertAt(MembershipKey key, String target, Instant seen) {
        return policy(key, target).map(policy -> policy.revertAt(seen)).orElse(null);
    }

    /** Whether the directory itself tells that somebody is in the group without Ephor. */
    public boolean isStanding(MembershipKey key) {
        return catalog.principal(key.tenant(), key.principal())
                .filter(principal -> principal.memberOf().contains(key.group()))
                .isPresent();
    }

    private Optional<DriftPolicy> policy(MembershipKey key, String target) {
        return catalog.group(key.tenant(), key.group())
                .filter(group -> isManaged(group, target))
                .map(group -> at(target, group));
    }

    private DriftPolicy at(String target, GroupDefined group) {
        DriftPolicy policy = group.driftPolicy();
        Action action =
                catalog.target(group.tenant(), target)
                        .flatMap(defined -> understood(defined.settings()))
                        .orElse(policy.action());
        return new DriftPolicy(action, policy.grace(), policy.standing());
    }

    /** What cannot be understood reports: the target itself says what is wrong with it. */
    private static Optional<Action> understood(Map<String, String> settings) {
        try {
            return of(settings);
        } catch (IllegalArgumentException e) {
            return Optional.of(Action.REPORT);
        }
    }

    private boolean isManaged(GroupDefined group, String target) {
        return group.targets().contains(target)
                && catalog.policy(group.tenant(), group.group(), Access.MEMBER).isPresent();
    }
}
