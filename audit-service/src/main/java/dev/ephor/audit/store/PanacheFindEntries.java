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
                SealedEntry.find(where.text.toString(), Sort.by("sequence"), where.values);
        return query.range(0, search.limit() - 1).stream().map(SealedEntry::entry).toList();
    }

    @Override
    public List<Entry> ofActivation(String activation) {
        return SealedEntry.<SealedEntry>find(
                        "correlation", Sort.by("at").and("sequence"), activation)
                .stream()
                .map(SealedEntry::entry)
                .toList();
    }

    private static final class Where {
        private final StringBuilder text = new StringBuilder("sequence > :after");
        private final Map<String, Object> values = new HashMap<>();

        Where(long after) {
            values.put("after", after);
        }

        void and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                text.append(" and ").append(condition);
                values.put(name, value);
            }
        }
    }
}
