package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.Change;
import dev.ephor.request.application.KeepConfiguration;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Warning;
import dev.ephor.request.store.EligibilityRow.Origin;
import dev.ephor.request.store.EligibilityRow.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is configured, in the tables {@code catalogue}, {@code eligibility} and {@code applied}. */
@ApplicationScoped
class SqlConfiguration implements KeepConfiguration {
    /** Eligibilities of the file about which something was asked and done since it was applied. */
    private static final String CHANGED_BY_REQUEST =
            """
            select r.schedule_id
              from request r join eligibility e on e.id = r.schedule_id
             where r.kind = 'ELIGIBILITY' and r.status in ('Provisioned', 'Granted', 'Revoked')
               and e.origin = 'CONFIGURATION'
               and r.completed_at > (select max(applied_at) from applied a
                                      where a.scope in (e.tenant, '*'))
            """;

    private final Session database;

    SqlConfiguration(Session database) {
        this.database = database;
    }

    @Override
    public void lock() {
        ConfigurationLock.take(database);
    }

    @Override
    public Optional<String> fingerprint() {
        return AppliedRow.<AppliedRow>findByIdOptional(AppliedRow.ALL).map(row -> row.fingerprint);
    }

    @Override
    public void applied(@Nullable String tenant, @Nullable String fingerprint, Instant at) {
        String scope = tenant == null ? AppliedRow.ALL : tenant;
        AppliedRow row = AppliedRow.<AppliedRow>findByIdOptional(scope).orElseGet(AppliedRow::new);
        boolean isNew = row.scope == null;
        row.scope = scope;
        row.appliedAt = at;
        if (fingerprint != null) {
            row.fingerprint = fingerprint;
        }
        if (isNew) {
            row.persist();
        }
        if (tenant == null) {
            CatalogueRow.update("drifted = false where drifted");
        } else {
            CatalogueRow.update(
                    "drifted = false where drifted and split_part(key, '/', 2) = ?1", tenant);
        }
    }

    @Override
    public Map<String, Kept<CatalogEvent>> catalog() {
        return CatalogueRow.<CatalogueRow>streamAll()
                .collect(Collectors.toMap(row -> row.key, CatalogueRow::kept));
    }

    @Override
    public Optional<Kept<CatalogEvent>> catalog(String partitionKey) {
        return CatalogueRow.<CatalogueRow>findByIdOptional(partitionKey).map(CatalogueRow::kept);
    }

    @Override
    public Map<MembershipKey, Kept<Eligibility>> eligibilities() {
        Set<String> changed = changedByRequest();
        var standing = new HashMap<MembershipKey, Kept<Eligibility>>();
        EligibilityRow.<EligibilityRow>stream(
                        "origin = ?1 and state <> ?2 order by createdAt",
                        Origin.CONFIGURATION,
                        State.EXPIRED)
                .filter(row -> row.state == State.LIVE || changed.contains(row.id))
                .forEach(
                        row ->
                                standing.put(
                                        MembershipKey.parse(row.membershipKey),
                                        row.kept(changed.contains(row.id))));
        return standing;
    }

    private Set<String> changedByRequest() {
        return new HashSet<>(
                database.createNativeQuery(CHANGED_BY_REQUEST, String.class).getResultList());
    }

    @Override
    public Set<MembershipKey> eligibleByRequest() {
        return EligibilityRow.<EligibilityRow>stream(
                        "origin = ?1 and state = ?2", Origin.REQUEST, State.LIVE)
                .map(row -> MembershipKey.parse(row.membershipKey))
                .collect(Collectors.toSet());
    }

    /** The rows that exist are in the session since they were compared. */
    @Override
    public void keepCatalog(Map<String, Kept<CatalogEvent>> catalog, String by, Instant at) {
        catalog.forEach(
                (key, kept) -> {
                    boolean isNew = kept.version() == 1;
                    CatalogueRow row = isNew ? new CatalogueRow() : CatalogueRow.findById(key);
                    row.key = key;
                    row.take(kept, by, at);
                    if (isNew) {
                        row.persist();
                    }
                });
    }

    @Override
    public void keepEligibilities(List<Change<Eligibility>> changes, Instant at) {
        for (Change<Eligibility> change : changes) {
            Eligibility before = change.before();
            Eligibility after = change.after();
            if (before == null) {
                EligibilityRow.configured(Objects.requireNonNull(after), at).persist();
            } else {
                EligibilityRow row = EligibilityRow.findById(before.id());
                row.version = change.version() + 1;
                row.modifiedAt = at;
                if (after == null) {
                    row.state = State.REMOVED;
                } else {
                    row.take(after, Warning.saidAtFirst(after.end(), at));
                }
            }
        }
    }
}
