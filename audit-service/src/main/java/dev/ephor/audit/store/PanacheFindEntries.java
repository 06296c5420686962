package dev.ephor.audit.store;

import dev.ephor.audit.application.FindEntries;
import dev.ephor.audit.application.Tip;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.tree.Frontier;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Searches the log. */
@ApplicationScoped
@Transactional
class PanacheFindEntries implements FindEntries {
    private final EntityManager entities;

    PanacheFindEntries(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Head head() {
        return tip().head();
    }

    @Override
    public Tip tip() {
        Object[] row =
                (Object[])
                        entities.createNativeQuery("select size, hash, tree from audit_head")
                                .getSingleResult();
        long size = (long) row[0];
        return new Tip(
                new Head(size, Hash.of((byte[]) row[1])), Frontier.of(size, (byte[]) row[2]));
    }

    @Override
    public boolean endAsTheHeadSays() {
        String sql =
                "select count(*) from audit_head h where (h.size = 0 or exists (select 1 from"
                        + " audit_entry e where e.sequence = h.size - 1 and e.hash = h.hash))"
                        + " and not exists (select 1 from audit_entry e where e.sequence >= h.size)";
        return (long) entities.createNativeQuery(sql).getSingleResult() == 1;
    }

    @Override
    public Optional<Entry> bySequence(long sequence) {
        return SealedEntry.<SealedEntry>findByIdOptional(sequence).map(SealedEntry::entry);
    }

    @Override
    public List<Entry> behind(long sequence, int limit) {
        return SealedEntry.<SealedEntry>find("sequence > ?1", Sort.by("sequence"), sequence)
                .range(0, limit - 1)
                .stream()
                .map(SealedEntry::entry)
                .toList();
    }

    @Override
    public List<Entry> ofActivation(String activation) {
        return SealedEntry.<SealedEntry>find(
                        "select e from SealedEntry e join FiledEntry f on f.sequence = e.sequence"
                                + " where f.correlation = ?1 order by f.at, f.sequence",
                        activation)
                .stream()
                .map(SealedEntry::entry)
                .toList();
    }
}
