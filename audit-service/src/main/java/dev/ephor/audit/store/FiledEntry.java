package dev.ephor.audit.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Under what an entry is found; it is written elsewhere and never changed. */
@jakarta.persistence.Entity
@Immutable
@Table(name = "audit_filing")
class FiledEntry extends PanacheEntityBase {
    @Id long sequence;
    Instant at;
    @Nullable String type;
    @Nullable String tenant;

    @Column(name = "group_id")
    @Nullable String groupId;

    @Nullable String principal;
    @Nullable String correlation;
}
