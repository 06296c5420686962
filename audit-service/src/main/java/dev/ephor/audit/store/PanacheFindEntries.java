package dev.ephor.audit.store;

import dev.ephor.audit.application.FindEntries;
import dev.ephor.audit.application.Search;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Object[] row =
                (Object[])
                        entities.createNativeQuery("select size, hash from audit_head")
                                .getSingleResult();
        return new Head((long) row[0], Hash.of((byte[]) row[1]));
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
    public List<Entry> matching(Search search) {
        var where = new Where(search.after());
        where.and("at >= :from", "from", search.from());
        where.and("at < :to", "to", search.to());
        where.and("principal = :principal", "principal", search.principal());
        where.and("groupId = :group", "group", search.group());
        where.and("correlation = :correlation", "correlation", search.activation());
        where.and("type = :type", "type", search.type());
        PanacheQuery<SealedEntry> query =
                SealedEntry.find(where.text(), Sort.by("sequence"), where.values);
        return query.range(0, search.limit() - 1).stream().map(SealedEntry::entry).toList();
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

    /** Without a condition it is the log itself that is read, whatever has been filed of it. */
    private static final class Where {
        private final StringBuilder filed = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        Where(long after) {
            values.put("after", after);
        }

        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                filed.append(" and f.").append(condition);
                values.put(name, value);
            }
        }

        String text() {
            return filed.isEmpty()
                    ? "sequence > :after"
                    : "sequence in (select f.sequence from FiledEntry f where f.sequence > :after"
                            + filed
                            + ")";
        }
    }
}
