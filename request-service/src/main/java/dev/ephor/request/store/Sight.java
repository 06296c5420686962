package dev.ephor.request.store;

import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindRequests.Relation;
import dev.ephor.request.application.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who may see which rows: for each reason a condition. */
@ApplicationScoped
class Sight {
    private static final String OWNED =
            """
            select split_part(key, '/', 3) from catalogue
             where (document::jsonb) -> 'owners' @> to_jsonb(?::text)
               and type = 'dev.ephor.catalog.group.defined.v1' and not removed and starts_with(key, ?)
            """;

    private final Rows rows;

    Sight(DataSource database) {
        this.rows = new Rows(database);
    }

    /** Admin and Auditor all; others their own, what they may approve, and what they own. */
    List<Condition> ofRequests(Viewer viewer, Relation relation) {
        return switch (relation) {
            case ANY -> ofRequests(viewer);
            case PRINCIPAL -> List.of(is(viewer, "principal = ?"));
            case CREATOR -> List.of(is(viewer, "requested_by = ?"));
            case APPROVER -> List.of(waitsFor(viewer));
        };
    }

    /** Admin and Auditor all; others their own, and that of the groups that they own. */
    List<Condition> ofSchedules(Viewer viewer, boolean own) {
        if (viewer.seesAll() && !own) {
            return List.of(Condition.of("tenant = ?", viewer.tenant()));
        }
        var reasons = new ArrayList<Condition>();
        reasons.add(is(viewer, "principal = ?"));
        if (!own) {
            addOwned(reasons, viewer);
        }
        return reasons;
    }

    private List<Condition> ofRequests(Viewer viewer) {
        if (viewer.seesAll()) {
            return List.of(Condition.of("tenant = ?", viewer.tenant()));
        }
        var reasons = new ArrayList<Condition>();
        reasons.add(is(viewer, "principal = ?"));
        reasons.add(is(viewer, "requested_by = ?"));
        reasons.add(is(viewer, "approvers @> array[?]::varchar[]"));
        addOwned(reasons, viewer);
        return reasons;
    }

    /** The groups that somebody owns. */
    List<String> owned(Viewer viewer) {
        return rows.list(
                Condition.of(OWNED, viewer.principal(), "group/" + viewer.tenant() + "/"),
                row -> row.getString(1));
    }

    private void addOwned(List<Condition> reasons, Viewer viewer) {
        List<String> owned = owned(viewer);
        if (!owned.isEmpty()) {
            reasons.add(Condition.of("(tenant = ? and group_id = any(?))", viewer.tenant(), owned));
        }
    }

    /** Nobody decides their own. */
    private static Condition waitsFor(Viewer viewer) {
        return is(viewer, "approvers @> array[?]::varchar[]")
                .and(Condition.of("status = 'PendingApproval'"))
                .and(Condition.of("principal <> ?", viewer.principal()));
    }

    private static Condition is(Viewer viewer, String test) {
        return Condition.of("(tenant = ? and " + test + ")", viewer.tenant(), viewer.principal());
    }
}
