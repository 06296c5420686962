package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindNamed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** {@link FindNamed} in PostgreSQL: a step in an index for each place that may know it. */
@ApplicationScoped
class SqlNamed implements FindNamed {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);

    private static final String ASKED_FOR =
            """
            exists (select from catalogue where key = any(?))
             or exists (select from request where tenant = ? and %1$s = ?)
             or exists (select from eligibility where tenant = ? and %1$s = ?)
            """;

    private static final String TARGET =
            """
            exists (select from catalogue where key = ?)
             or exists (select from catalogue
                         where (document::jsonb) -> 'targets' @> to_jsonb(?::text)
                           and type = 'dev.ephor.catalog.group.defined.v1' and not removed and starts_with(key, ?))
            """;

    private final Rows rows;

    SqlNamed(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public boolean hasActivation(String tenant, String id) {
        return is(
                "exists (select from request where id = ? and tenant = ? and type = ?)",
                id,
                tenant,
                ACTIVATION);
    }

    @Override
    public boolean hasGroup(String tenant, String id) {
        String of = tenant + "/" + id;
        var keys = List.of("group/" + of, "policy/" + of + "/member", "policy/" + of + "/owner");
        return is(ASKED_FOR.formatted("group_id"), keys, tenant, id, tenant, id);
    }

    @Override
    public boolean hasTarget(String tenant, String id) {
        return is(TARGET, "target/" + tenant + "/" + id, id, "group/" + tenant + "/");
    }

    @Override
    public boolean hasPrincipal(String tenant, String id) {
        var keys = List.of("principal/" + tenant + "/" + id);
        return is(ASKED_FOR.formatted("principal"), keys, tenant, id, tenant, id);
    }

    private boolean is(String condition, Object... parameters) {
        return rows.list(Condition.of("select " + condition, parameters), row -> row.getBoolean(1))
                .getFirst();
    }
}
