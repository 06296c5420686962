package dev.ephor.request.store;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.application.FindTerms;
import dev.ephor.request.domain.Circumstances;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Suspension;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * What is configured and what is suspended, in four statements at most. It is read for every
 * request rather than held in memory: another instance may have applied a newer configuration a
 * moment ago.
 */
@ApplicationScoped
class SqlTerms implements FindTerms {
    private static final String ELIGIBILITY =
            """
            select id, startsAt, endsAt
              from EligibilityRow where membershipKey = :key and state <> REMOVED
             order by case when state = LIVE then 0 else 1 end, endsAt desc
            """;

    private static final String SUSPENSIONS =
            """
            select kind, scopeId, until from ResponseRow
             where tenant = :tenant and standing
               and (kind = TENANT or kind = PRINCIPAL and scopeId = :principal
                    or kind = GROUP and scopeId = :group or kind = MEMBERSHIP and scopeId = :membership
                    or kind = TARGET and scopeId in :targets)
            """;

    private final Session database;

    SqlTerms(Session database) {
        this.database = database;
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
        return CatalogueRow.<CatalogueRow>find("key in ?1 and not removed", List.copyOf(keys))
                .stream()
                .collect(Collectors.toMap(row -> row.key, CatalogueRow::event));
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

    /**
     * The live one; where there is none the one that ended last, so that its end can be told.
     * Leaves nothing in the session: what is decided upon is read again under its lock.
     */
    private @Nullable Eligibility eligibility(MembershipKey key) {
        return database.createSelectionQuery(ELIGIBILITY, Dates.class)
                .setParameter("key", key.toString())
                .setMaxResults(1)
                .uniqueResultOptional()
                .map(found -> new Eligibility(found.id(), key, found.start(), found.end()))
                .orElse(null);
    }

    /** Those of the key, nearly always none. */
    private List<Suspension> suspensions(MembershipKey key, List<String> targets) {
        return database
                .createSelectionQuery(SUSPENSIONS, Standing.class)
                .setParameter("tenant", key.tenant())
                .setParameter("principal", key.principal())
                .setParameter("group", key.group())
                .setParameter("membership", Scope.membership(key).id())
                .setParameter("targets", targets)
                .stream()
                .map(s -> new Suspension(new Scope(key.tenant(), s.kind(), s.id()), s.until()))
                .toList();
    }

    record Standing(ScopeKind kind, @Nullable String id, @Nullable Instant until) {}

    record Dates(String id, Instant start, @Nullable Instant end) {}

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
