package dev.ephor.audit.store;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of the log, to be read; it is written elsewhere and never changed. */
@jakarta.persistence.Entity
@Immutable
@Table(name = "audit_entry")
class SealedEntry extends PanacheEntityBase {
    @Id long sequence;
    byte[] leaf;

    @Column(name = "leaf_hash")
    byte[] leafHash;

    byte[] previous;
    byte[] hash;

    Entry entry() {
        return new Entry(sequence, leaf, Hash.of(leafHash), Hash.of(previous), Hash.of(hash));
    }
}
