package dev.ephor.request.store;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.request.application.FindPolicies;
import dev.ephor.request.store.EligibilityRow.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Policies and those they name, in the catalogue. */
@ApplicationScoped
class SqlPolicies implements FindPolicies {
    @Override
    public Optional<Standing> policy(String tenant, String group, Access access) {
        return rows(List.of("policy/%s/%s/%s".formatted(tenant, group, access.wire())))
                .map(SqlPolicies::standing)
                .findFirst();
    }

    private static Standing standing(CatalogueRow row) {
        return new Standing(
                (PolicyDefined) row.event(), row.version, row.modifiedBy, row.modifiedAt);
    }

    private static Stream<CatalogueRow> rows(Collection<String> keys) {
        return keys.isEmpty()
                ? Stream.of()
                : CatalogueRow.stream("key in ?1 and not removed", keys);
    }

    @Override
    public Optional<GroupDefined> group(String tenant, String group) {
        return rows(List.of("group/%s/%s".formatted(tenant, group)))
                .map(row -> (GroupDefined) row.event())
                .findFirst();
    }

    @Override
    public boolean concerns(String tenant, String group, String principal) {
        return EligibilityRow.count(
                                "tenant = ?1 and principal = ?2 and group = ?3 and state = ?4",
                                tenant,
                                principal,
                                group,
                                State.LIVE)
                        > 0
                || RequestRow.count(
                                "tenant = ?1 and principal = ?2 and group = ?3",
                                tenant,
                                principal,
                                group)
                        > 0;
    }

    @Override
    public Set<String> members(String tenant, Collection<String> approverGroups) {
        return rows(keys("approver-group", tenant, approverGroups))
                .flatMap(row -> ((ApproverGroupDefined) row.event()).members().stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> configured(List<String> partitionKeys) {
        return rows(partitionKeys).map(row -> row.key).collect(Collectors.toSet());
    }

    @Override
    public Map<String, String> names(String tenant, Collection<String> ids) {
        var names = new HashMap<String, String>();
        Stream.concat(
                        rows(keys("principal", tenant, ids)),
                        rows(keys("approver-group", tenant, ids)))
                .forEach(row -> name(row.event(), names));
        return names;
    }

    private static void name(CatalogEvent event, Map<String, String> names) {
        if (event instanceof ApproverGroupDefined group) {
            names.put(group.group(), group.displayName());
        } else if (event instanceof PrincipalSeen person && person.displayName() != null) {
            names.put(person.principal(), person.displayName());
        }
    }

    private static List<String> keys(String kind, String tenant, Collection<String> ids) {
        return ids.stream().map(id -> "%s/%s/%s".formatted(kind, tenant, id)).toList();
    }
}
