package dev.ephor.request.application;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.application.FindPolicies.Standing;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.application.PolicyRefused.Reason;
import dev.ephor.request.domain.PolicyFaults;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An admin or an owner changes a policy; what it is now is said, and in what it is weaker. */
@ApplicationScoped
public class ChangingPolicy {
    private final KeepConfiguration kept;
    private final FindPolicies policies;
    private final Journal journal;

    ChangingPolicy(KeepConfiguration kept, FindPolicies policies, Journal journal) {
        this.kept = kept;
        this.policies = policies;
        this.journal = journal;
    }

    /**
     * Which policy, and who changes it.
     *
     * @param version the one that it must have; null: any
     */
    public record Order(
            String tenant,
            String group,
            Access access,
            @Nullable Long version,
            String by,
            Cause cause) {
        String key() {
            return "policy/%s/%s/%s".formatted(tenant, group, access.wire());
        }
    }

    /**
     * Changes it; where nothing differs, nothing is said.
     *
     * @throws PolicyRefused when it cannot stand so
     */
    @Transactional
    public Standing change(Order order, UnaryOperator<PolicyDefined> changing) {
        kept.lock();
        Standing before =
                policies.policy(order.tenant(), order.group(), order.access())
                        .orElseThrow(() -> new PolicyRefused(Reason.ABSENT, List.of()));
        if (order.version() != null && order.version() != before.version()) {
            throw new PolicyRefused(
                    Reason.CHANGED_MEANWHILE,
                    List.of(
                            "The policy is in version %d by now: read it again and change that."
                                    .formatted(before.version())));
        }
        PolicyDefined after = changing.apply(before.policy());
        return after.equals(before.policy()) ? before : keep(order, before, after);
    }

    private Standing keep(Order order, Standing before, PolicyDefined after) {
        refuseUnsound(after);
        refuseUnknown(before.policy(), after);
        Cause cause = order.cause();
        long version = before.version() + 1;
        kept.keepCatalog(
                Map.of(order.key(), new Kept<CatalogEvent>(version, after, true)),
                order.by(),
                cause.at());
        var change =
                new Change<CatalogEvent>(
                        order.key(), before.version(), before.policy(), after, true);
        journal.appendAll(SayingCatalog.entries(change, order.by(), cause).toList());
        return new Standing(after, version, order.by(), cause.at());
    }

    private static void refuseUnsound(PolicyDefined policy) {
        List<String> faults = PolicyFaults.of(policy);
        if (!faults.isEmpty()) {
            throw new PolicyRefused(
                    Reason.UNSOUND, faults.stream().map("The policy %s."::formatted).toList());
        }
    }

    /** What it named before may be unknown by now; what it names anew may not. */
    private void refuseUnknown(PolicyDefined before, PolicyDefined after) {
        Set<String> named = named(after);
        named.removeAll(named(before));
        if (named.isEmpty()) {
            return;
        }
        named.removeAll(policies.configured(List.copyOf(named)));
        if (!named.isEmpty()) {
            throw new PolicyRefused(
                    Reason.UNKNOWN,
                    List.of(
                            "The policy names what Ephor does not know: %s."
                                    .formatted(String.join(", ", named))));
        }
    }

    /** As partition keys. */
    private static Set<String> named(PolicyDefined defined) {
        var keys = new LinkedHashSet<String>();
        String tenant = defined.tenant();
        Policy policy = defined.policy();
        Approvers.of(policy)
                .filter(approver -> approver.kind() != Approver.Kind.MANAGER)
                .forEach(approver -> keys.add(key(tenant, approver)));
        policy.incompatible().stream()
                .map(Incompatible::group)
                .forEach(group -> keys.add("group/%s/%s".formatted(tenant, group)));
        if (policy.ticket() != null && policy.ticket().checkedBy() != null) {
            keys.add("ticket-system/%s/%s".formatted(tenant, policy.ticket().checkedBy()));
        }
        return keys;
    }

    private static String key(String tenant, Approver approver) {
        String kind = approver.kind() == Approver.Kind.USER ? "principal" : "approver-group";
        return "%s/%s/%s".formatted(kind, tenant, approver.id());
    }
}
