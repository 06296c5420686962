package dev.ephor.request.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a file was applied last: to a tenant, or to all at a start. */
@Entity
@Table(name = "applied")
public class AppliedRow extends PanacheEntityBase {
    /** The scope of a file that speaks of all tenants. */
    static final String ALL = "*";

    @Id public String scope;
    public String fingerprint;

    @Column(name = "applied_at")
    public Instant appliedAt;
}
