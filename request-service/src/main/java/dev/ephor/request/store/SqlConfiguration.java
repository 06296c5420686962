package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.application.KeepConfiguration;
import dev.ephor.request.domain.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.Collectors;

/** The applied configuration in the tables {@code catalogue} and {@code eligibility}. */
@ApplicationScoped
class SqlConfiguration implements KeepConfiguration {
    /** Any number, as long as it is always the same. */
    private static final long LOCK = 0x6570_686f_7231L;

    private final EntityManager database;

    SqlConfiguration(EntityManager database) {
        this.database = database;
    }

    @Override
    public void lock() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(:id)", Integer.class)
                .setParameter("id", LOCK)
                .getSingleResult();
    }

    @Override
    public Map<String, Kept<CatalogEvent>> catalog() {
        return CatalogueRow.<CatalogueRow>streamAll()
                .collect(Collectors.toMap(row -> row.key, CatalogueRow::kept));
    }

    @Override
    public Map<String, Kept<Eligibility>> eligibilities() {
        return EligibilityRow.<EligibilityRow>streamAll()
                .collect(Collectors.toMap(row -> row.id, EligibilityRow::kept));
    }

    /** The rows that exist are in the session since they were compared. */
    @Override
    public void keep(
            Map<String, Kept<CatalogEvent>> catalog, Map<String, Kept<Eligibility>> eligibilities) {
        catalog.forEach(this::keepCatalog);
        eligibilities.forEach(this::keepEligibility);
    }

    private void keepCatalog(String key, Kept<CatalogEvent> kept) {
        boolean isNew = kept.version() == 1;
        CatalogueRow row = isNew ? new CatalogueRow() : CatalogueRow.findById(key);
        row.key = key;
        row.take(kept);
        if (isNew) {
            row.persist();
        }
    }

    private void keepEligibility(String id, Kept<Eligibility> kept) {
        boolean isNew = kept.version() == 1;
        EligibilityRow row = isNew ? new EligibilityRow() : EligibilityRow.findById(id);
        row.id = id;
        row.take(kept);
        if (isNew) {
            row.persist();
        }
    }
}
