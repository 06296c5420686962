package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.EventTypes;
import dev.ephor.request.application.KeepConfiguration.Kept;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Something configured, as it is stored: the newest event that defined it. */
@Entity
@Table(name = "catalogue")
public class CatalogueRow extends PanacheEntityBase {
    @Id public String key;
    public long version;
    public String type;
    public String document;
    public boolean removed;
    public boolean drifted;

    @Column(name = "modified_at")
    public Instant modifiedAt;

    @Column(name = "modified_by")
    public String modifiedBy;

    /** A removed thing keeps the document that defined it. */
    void take(Kept<CatalogEvent> kept, String by, Instant at) {
        CatalogEvent value = kept.value();
        version = kept.version();
        removed = value == null;
        drifted = kept.drifted();
        modifiedBy = by;
        modifiedAt = at;
        if (value != null) {
            type = EventTypes.nameOf(value.getClass());
            document = Documents.write(value);
        }
    }

    Kept<CatalogEvent> kept() {
        return new Kept<>(version, removed ? null : event(), drifted);
    }

    CatalogEvent event() {
        return (CatalogEvent) Documents.event(type, document);
    }
}
