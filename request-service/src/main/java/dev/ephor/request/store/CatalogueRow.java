package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.EventTypes;
import dev.ephor.request.application.KeepConfiguration.Kept;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Something configured, as it is stored: the newest event that defined it. */
@Entity
@Table(name = "catalogue")
public class CatalogueRow extends PanacheEntityBase {
    @Id public String key;
    public long version;
    public String type;
    public String document;
    public boolean removed;

    /** A removed thing keeps the document that defined it. */
    void take(Kept<CatalogEvent> kept) {
        CatalogEvent value = kept.value();
        version = kept.version();
        removed = value == null;
        if (value != null) {
            type = EventTypes.nameOf(value.getClass());
            document = Documents.write(value);
        }
    }

    Kept<CatalogEvent> kept() {
        return new Kept<>(version, removed ? null : event());
    }

    CatalogEvent event() {
        return (CatalogEvent) Documents.event(type, document);
    }
}
