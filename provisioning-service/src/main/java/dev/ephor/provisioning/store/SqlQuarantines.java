package dev.ephor.provisioning.store;

import dev.ephor.provisioning.application.KeepQuarantines;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Which targets are in quarantine; whoever writes or deletes the row says so. */
@ApplicationScoped
class SqlQuarantines implements KeepQuarantines {
    private static final String BEGIN =
            """
            insert into quarantine (tenant, target, id, since)
            select a[1], a[2], a[3], a[4]::timestamptz from (select ?::text[] as a) x
            on conflict (tenant, target) do nothing
            returning row_to_json(quarantine)
            """;

    private static final String END =
            """
            delete from quarantine q using (select ?::text[] as a) x
            where q.tenant = a[1] and q.target = a[2]
            returning row_to_json(q)
            """;

    private final Sql sql;

    SqlQuarantines(Sql sql) {
        this.sql = sql;
    }

    @Override
    @Transactional
    public boolean begin(Quarantine q) {
        var row = List.of(q.tenant(), q.target(), q.id(), q.since().toString());
        return !sql.select(BEGIN, row, Quarantine.class).isEmpty();
    }

    @Override
    @Transactional
    public Optional<Quarantine> end(String tenant, String target) {
        return sql.select(END, List.of(tenant, target), Quarantine.class).stream().findFirst();
    }
}
