package dev.ephor.request.store;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindTerms;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Suspension;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is configured and what is suspended, in four statements at most. It is read for every
 * request rather than held in memory: another instance may have applied a newer configuration a
 * moment ago. By plain JDBC, since Hibernate translates a statement with a list in it anew at every
 * call, which was a fifth of what a request cost; so it sees nothing that is not flushed yet, and
 * leaves nothing in the session: what is decided upon is read again under its lock.
 */
@ApplicationScoped
class SqlTerms implements FindTerms {
    private static final String THINGS =
            "select key, type, document from catalogue where key = any(?) and not removed";

    /** The live one before those that ended, and of those the last. */
    private static final String ELIGIBILITY =
            """
            select id, starts_at, ends_at
              from eligibility where membership_key = ? and state <> 'REMOVED'
             order by case when state = 'LIVE' then 0 else 1 end, ends_at desc
             limit 1
            """;

    private static final String SUSPENSIONS =
            """
            select kind, scope_id, until_at from response
             where tenant = ? and standing
               and (kind = 'TENANT' or kind = 'PRINCIPAL' and scope_id = ?
                    or kind = 'GROUP' and scope_id = ? or kind = 'MEMBERSHIP' and scope_id = ?
                    or kind = 'TARGET' and scope_id = any(?))
            """;

    private final Rows rows;

    SqlTerms(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public Optional<PolicyDefined> terms(MembershipKey key) {
        return find(things(List.of(policy(key))), policy(key), PolicyDefined.class);
    }

    @Override
    public Circumstances circumstances(MembershipKey key, Set<String> held) {
        String group = "group/%s/%s".formatted(key.tenant(), key.group());
        String principal = "principal/%s/%s".formatted(key.tenant(), key.principal());
        Map<String, CatalogEvent> things = things(List.of(group, principal, policy(key)));
        var seen = find(things, principal, PrincipalSeen.class);
        var others = new HashSet<>(held);
        seen.ifPresent(known -> others.addAll(known.memberOf()));
        others.remove(key.group());
        Collection<CatalogEvent> about = about(key.tenant(), others);
        var defined = find(things, group, GroupDefined.class);
        return new Circumstances(
                defined.orElse(null),
                find(things, policy(key), PolicyDefined.class).orElse(null),
                seen.orElse(null),
                eligibility(key),
                only(about, PolicyDefined.class).toList(),
                only(about, GroupDefined.class)
                        .collect(Collectors.toMap(GroupDefined::group, GroupDefined::displayName)),
                suspensions(key, defined.map(GroupDefined::targets).orElse(List.of())),
                null);
    }

    @Override
    public Map<String, CatalogEvent> things(Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        return rows.list(Condition.of(THINGS, List.copyOf(keys)), SqlTerms::thing).stream()
                .collect(Collectors.toMap(CatalogEvent::partitionKey, thing -> thing));
    }

    private static CatalogEvent thing(ResultSet row) throws SQLException {
        return (CatalogEvent) Documents.event(row.getString("type"), row.getString("document"));
    }

    private Collection<CatalogEvent> about(String tenant, Set<String> groups) {
        return things(groups.stream().flatMap(group -> about(tenant, group)).toList()).values();
    }

    private static Stream<String> about(String tenant, String group) {
        return Stream.concat(
                Stream.of("group/%s/%s".formatted(tenant, group)),
                Stream.of(Access.values()).map(access -> policy(tenant, group, access)));
    }

    private static <T extends CatalogEvent> Stream<T> only(
            Collection<CatalogEvent> events, Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast);
    }

    /** The live one; where there is none the one that ended last, so that its end can be told. */
    private @Nullable Eligibility eligibility(MembershipKey key) {
        var found =
                rows.list(Condition.of(ELIGIBILITY, key.toString()), row -> eligibility(key, row));
        return found.isEmpty() ? null : found.getFirst();
    }

    private static Eligibility eligibility(MembershipKey key, ResultSet row) throws SQLException {
        return new Eligibility(
                row.getString("id"),
                key,
                Objects.requireNonNull(Rows.instant(row, "starts_at")),
                Rows.instant(row, "ends_at"));
    }

    /** Those of the key, nearly always none. */
    private List<Suspension> suspensions(MembershipKey key, List<String> targets) {
        var standing =
                Condition.of(
                        SUSPENSIONS,
                        key.tenant(),
                        key.principal(),
                        key.group(),
                        Objects.requireNonNull(Scope.membership(key).id()),
                        targets);
        return rows.list(standing, row -> suspension(key.tenant(), row));
    }

    private static Suspension suspension(String tenant, ResultSet row) throws SQLException {
        var kind = ScopeKind.valueOf(row.getString("kind"));
        var scope = new Scope(tenant, kind, row.getString("scope_id"));
        return new Suspension(scope, Rows.instant(row, "until_at"));
    }

    private static String policy(MembershipKey key) {
        return policy(key.tenant(), key.group(), key.access());
    }

    private static String policy(String tenant, String group, Access access) {
        return "policy/%s/%s/%s".formatted(tenant, group, access.wire());
    }

    private static <T extends CatalogEvent> Optional<T> find(
            Map<String, CatalogEvent> things, String key, Class<T> type) {
        return Optional.ofNullable(things.get(key)).map(type::cast);
    }
}
