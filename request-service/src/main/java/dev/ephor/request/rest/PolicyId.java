package dev.ephor.request.rest;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.kit.time.DeterministicId;
import java.util.Optional;

/**
 * Graph's id of a policy: {@code Group_GROUP_GUID}. The GUID follows from the tenant, the group and
 * the access, and so stays as long as they do.
 */
record PolicyId(String group, Access access) {
    private static final String PREFIX = "Group_";

    static String of(PolicyDefined policy) {
        return of(policy.tenant(), policy.group(), policy.access());
    }

    private static String of(String tenant, String group, Access access) {
        String guid = DeterministicId.of("policy", tenant, group, access.wire());
        return PREFIX + group + "_" + guid;
    }

    /** The id of the policy's assignment to members or owners. */
    static String ofAssignment(PolicyDefined policy) {
        return of(policy) + "_" + policy.access().wire();
    }

    /** Empty: it is no id of a policy of this tenant. */
    static Optional<PolicyId> parse(String tenant, String id) {
        int end = id.lastIndexOf('_');
        if (!id.startsWith(PREFIX) || end <= PREFIX.length()) {
            return Optional.empty();
        }
        String group = id.substring(PREFIX.length(), end);
        for (Access access : Access.values()) {
            if (of(tenant, group, access).equals(id)) {
                return Optional.of(new PolicyId(group, access));
            }
        }
        return Optional.empty();
    }

    static Optional<PolicyId> parseAssignment(String tenant, String id) {
        int end = id.lastIndexOf('_');
        return end < 0
                ? Optional.empty()
                : parse(tenant, id.substring(0, end))
                        .filter(found -> found.access().wire().equals(id.substring(end + 1)));
    }
}
