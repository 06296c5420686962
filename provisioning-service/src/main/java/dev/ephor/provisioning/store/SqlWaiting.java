package dev.ephor.provisioning.store;

import static java.util.stream.Collectors.toMap;

import dev.ephor.provisioning.application.FindWaiting;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Counted from the deliveries themselves, of which an instance has only its own in memory. */
@ApplicationScoped
class SqlWaiting implements FindWaiting {
    private static final String AT =
            """
            select row_to_json(w) from (
                select x.target, sum(x.pending) as pending, sum(x.stuck) as stuck,
                    max(x.since) as quarantined_at
                from (
                    select tenant, target, 1 as pending,
                        case when state = 'STUCK' then 1 else 0 end as stuck,
                        null::timestamptz as since
                    from delivery where state <> 'CONFIRMED'
                    union all
                    select tenant, target, 0, 0, since from quarantine) x
                where x.tenant = any (?)
                group by x.target) w
            """;

    private final Sql sql;

    SqlWaiting(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public Map<String, Waiting> at(String tenant) {
        return sql.select(AT, List.of(tenant), Waiting.class).stream()
                .collect(toMap(Waiting::target, waiting -> waiting));
    }
}
