package dev.ephor.provisioning.store;

import dev.ephor.connector.Exchange;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.ProvisioningLog;
import dev.ephor.provisioning.application.TargetCall;
import dev.ephor.provisioning.application.Verdict;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provisioning log in its table. */
@ApplicationScoped
class SqlLog implements ProvisioningLog {
    private static final String APPEND =
            """
            insert into provisioning_log (time, tenant, group_id, principal, access, target,
                activation, change, attempt, duration_millis, outcome, answer, call)
            select time, tenant, group_id, principal, access, target,
                activation, change, attempt, duration_millis, outcome, answer, call
            from jsonb_to_recordset(?::jsonb) as r (time timestamptz, tenant text, group_id text,
                principal text, access text, target text, activation text, change text,
                attempt integer, duration_millis bigint, outcome text, answer text, call text)
            """;

    private static final String KEEP =
            """
            insert into provisioning_call (id, exchanges)
            select id, exchanges from jsonb_to_recordset(?::jsonb) as r (id text, exchanges jsonb)
            """;

    private static final String OF_CALLS =
            "select row_to_json(c) from provisioning_call c where id = any (?)";

    private final Sql sql;

    SqlLog(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void append(List<LogEntry> entries, Collection<TargetCall> calls) {
        sql.write(KEEP, calls);
        sql.write(APPEND, entries.stream().map(Row::of).toList());
    }

    @Override
    @Transactional
    public Optional<LogEntry> find(String tenant, long id) {
        return LogLine.<LogLine>find("tenant = ?1 and id = ?2", tenant, id)
                .firstResultOptional()
                .map(LogLine::entry);
    }

    @Override
    @Transactional
    public List<Exchange> exchanges(String call) {
        return sql.select(OF_CALLS, List.of(call), TargetCall.class).stream()
                .flatMap(kept -> kept.exchanges().stream())
                .toList();
    }

    @Override
    @Transactional
    public List<LogEntry> find(Query query) {
        var conditions = new Conditions();
        conditions.add("tenant = :tenant", "tenant", query.tenant());
        conditions.add("activation = :activation", "activation", query.activation());
        conditions.add("principal = :principal", "principal", query.principal());
        conditions.add("group = :group", "group", query.group());
        conditions.add("target = :target", "target", query.target());
        Verdict.Kind outcome = query.outcome();
        conditions.add("outcome = :outcome", "outcome", outcome == null ? null : outcome.wire());
        conditions.add("time >= :from", "from", query.from());
        conditions.add("time < :to", "to", query.to());
        conditions.add("id < :after", "after", query.after());
        return LogLine.<LogLine>find(conditions.text, Sort.descending("id"), conditions.values)
                .page(0, query.limit())
                .stream()
                .map(LogLine::entry)
                .toList();
    }

    /** Those parts of a query that are asked for. */
    private static final class Conditions {
        private String text = "";
        private final Map<String, Object> values = new HashMap<>();

        void add(String condition, String name, @Nullable Object value) {
            if (value != null) {
                text += (text.isEmpty() ? "" : " and ") + condition;
                values.put(name, value);
            }
        }
    }

    private record Row(
            Instant time,
            String tenant,
            String groupId,
            String principal,
            String access,
            String target,
            String activation,
            String change,
            int attempt,
            long durationMillis,
            String outcome,
            String answer,
            @Nullable String call) {
        static Row of(LogEntry e) {
            return new Row(
                    e.time(),
                    e.key().tenant(),
                    e.key().group(),
                    e.key().principal(),
                    e.key().access().wire(),
                    e.target(),
                    e.activation(),
                    e.change().wire(),
                    e.attempt(),
                    e.durationMillis(),
                    e.outcome().wire(),
                    e.answer(),
                    e.call());
        }
    }
}
