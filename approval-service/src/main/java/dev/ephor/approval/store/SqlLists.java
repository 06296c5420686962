package dev.ephor.approval.store;

import dev.ephor.approval.application.Lists;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;

/** {@link Lists} in PostgreSQL: each reads as much of its index as it shows. */
@ApplicationScoped
class SqlLists implements Lists {
    private final Rows rows;

    SqlLists(DataSource database) {
        this.rows = new Rows(database);
    }

    @Override
    public List<Listed<String>> find(Kind kind, SignedIn person, Listing listing) {
        return rows.list(
                table(kind),
                List.of(concerns(kind, person)),
                listing,
                row -> row.getString("activation_id"));
    }

    @Override
    public long count(Kind kind, SignedIn person, Listing listing) {
        return rows.count(table(kind), List.of(concerns(kind, person)), listing);
    }

    private static String table(Kind kind) {
        return switch (kind) {
            case WAITING_FOR, DECIDED_BY -> "asked";
            // Without the stories, which are read for what is shown only.
            case TARGET, CREATED_BY ->
                    "(select activation_id, tenant, target, created_by, asked_at from approval) mine";
        };
    }

    /** In the words of the partial indexes. */
    private static Condition concerns(Kind kind, SignedIn person) {
        String whose =
                switch (kind) {
                    case WAITING_FOR -> "waits and approver";
                    case DECIDED_BY -> "decided_at is not null and approver";
                    case TARGET -> "asked_at is not null and target";
                    case CREATED_BY -> "asked_at is not null and created_by";
                };
        return Condition.of(
                "tenant = ? and %s = ?".formatted(whose),
                person.tenant(),
                ApprovalRow.lower(person.principal()));
    }
}
