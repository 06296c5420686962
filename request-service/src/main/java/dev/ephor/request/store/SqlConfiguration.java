package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.application.KeepConfiguration;
import dev.ephor.request.domain.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The applied configuration in the tables {@code catalogue} and {@code eligibility}. */
@ApplicationScoped
class SqlConfiguration implements KeepConfiguration {
    private final Session database;

    SqlConfiguration(Session database) {
        this.database = database;
    }

    @Override
    public void lock() {
        AdvisoryLock.take(database, "configuration");
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
