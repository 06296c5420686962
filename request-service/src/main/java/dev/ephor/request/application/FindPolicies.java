package dev.ephor.request.application;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Policies as they stand, and who has to do with them. */
public interface FindPolicies {
    /**
     * A policy that stands.
     *
     * @param version how often it changed
     * @param by who changed it last; {@code ephor}: the file of a start
     */
    record Standing(PolicyDefined policy, long version, String by, Instant at) {}

    Optional<Standing> policy(String tenant, String group, Access access);

    Optional<GroupDefined> group(String tenant, String group);

    /** Whether the principal is eligible for the group or has asked for it. */
    boolean concerns(String tenant, String group, String principal);

    /** The members of those of these approver groups that there are. */
    Set<String> members(String tenant, Collection<String> approverGroups);

    /** Which of these partition keys are configured. */
    Set<String> configured(List<String> partitionKeys);

    /**
     * What principals and approver groups are called, by id; those that have no name are left out.
     */
    Map<String, String> names(String tenant, Collection<String> ids);
}
