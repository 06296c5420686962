package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.application.KeepConfiguration;
import dev.ephor.request.domain.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
        return EligibilityRow.<EligibilityRow>stream("origin", EligibilityRow.Origin.CONFIGURATION)
                .collect(Collectors.toMap(row -> row.id, EligibilityRow::kept));
    }

    /** The rows that exist are in the session since they were compared. */
    @Override
    public void keep(
            Map<String, Kept<CatalogEvent>> catalog,
            Map<String, Kept<Eligibility>> eligibilities,
            Instant at) {
        catalog.forEach(this::keepCatalog);
        eligibilities.forEach((id, kept) -> keepEligibility(id, kept, at));
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

    private void keepEligibility(String id, Kept<Eligibility> kept, Instant at) {
        boolean isNew = kept.version() == 1;
        EligibilityRow row = isNew ? new EligibilityRow() : EligibilityRow.findById(id);
        row.take(kept, at);
        if (isNew) {
            row.persist();
        }
    }
}
