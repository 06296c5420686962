package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindCatalogue;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Reads the table {@code catalogue}, many rows at once. */
@ApplicationScoped
class SqlCatalogue implements FindCatalogue {
    private final Rows rows;

    SqlCatalogue(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public Map<String, GroupDefined> groups(String tenant, Collection<String> ids) {
        return things("group/" + tenant + "/", ids, GroupDefined.class).stream()
                .collect(Collectors.toMap(GroupDefined::group, group -> group));
    }

    @Override
    public Map<String, PrincipalSeen> principals(String tenant, Collection<String> ids) {
        return things("principal/" + tenant + "/", ids, PrincipalSeen.class).stream()
                .collect(Collectors.toMap(PrincipalSeen::principal, person -> person));
    }

    @Override
    public Map<MembershipKey, PolicyDefined> policies(Collection<MembershipKey> keys) {
        List<String> names = keys.stream().map(SqlCatalogue::policy).distinct().toList();
        Map<String, PolicyDefined> found =
                things("policy/", names, PolicyDefined.class).stream()
                        .collect(
                                Collectors.toMap(
                                        p -> p.partitionKey().substring("policy/".length()),
                                        p -> p));
        var policies = new HashMap<MembershipKey, PolicyDefined>();
        for (MembershipKey key : keys) {
            PolicyDefined policy = found.get(policy(key));
            if (policy != null) {
                policies.put(key, policy);
            }
        }
        return policies;
    }

    private static String policy(MembershipKey key) {
        return "%s/%s/%s".formatted(key.tenant(), key.group(), key.access().wire());
    }

    private <T extends CatalogEvent> List<T> things(
            String prefix, Collection<String> names, Class<T> type) {
        List<String> keys = names.stream().distinct().map(name -> prefix + name).toList();
        if (keys.isEmpty()) {
            return List.of();
        }
        return rows.list(
                Condition.of(
                        "select type, document from catalogue where key = any(?) and not removed",
                        keys),
                row -> type.cast(Documents.event(row.getString(1), row.getString(2))));
    }
}
