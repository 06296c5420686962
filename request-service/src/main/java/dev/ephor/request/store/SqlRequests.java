package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.domain.Activation;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads request objects for those who may see them. */
@ApplicationScoped
class SqlRequests implements FindRequests {
    private static final Condition ACTIVATIONS =
            Condition.of("type = ?", EventTypes.nameOf(ActivationRequested.class));

    private final Rows rows;
    private final Sight sight;

    SqlRequests(DataSource database, Sight sight) {
        this.rows = new Rows(database);
        this.sight = sight;
    }

    @Override
    public Optional<Found> request(Viewer viewer, Kind kind, String id) {
        return find(viewer, of(kind), id).map(RequestRow::found);
    }

    @Override
    public List<Listed<Found>> requests(Viewer viewer, Wanted wanted, Listing listing) {
        return rows.list(
                "request",
                sight.ofRequests(viewer, wanted.relation()),
                listing.within(of(wanted.kind())),
                row -> row(row).found());
    }

    @Override
    public long count(Viewer viewer, Wanted wanted, Listing listing) {
        return rows.count(
                "request",
                sight.ofRequests(viewer, wanted.relation()),
                listing.within(of(wanted.kind())));
    }

    @Override
    public Optional<Activation> activation(Viewer viewer, String id) {
        return find(viewer, ACTIVATIONS, id).map(RequestRow::activation);
    }

    @Override
    public List<Listed<Activation>> activations(Viewer viewer, Listing listing) {
        return rows.list(
                "request",
                sight.ofRequests(viewer, Relation.ANY),
                listing.within(ACTIVATIONS),
                row -> row(row).activation());
    }

    @Override
    public List<Activation> live(Collection<MembershipKey> keys) {
        List<String> names = keys.stream().map(MembershipKey::toString).toList();
        Condition where = Condition.of("membership_key = any(?) and live", names).and(ACTIVATIONS);
        var query = new Condition("select * from request where " + where.sql(), where.parameters());
        return rows.list(query, row -> row(row).activation());
    }

    private Optional<RequestRow> find(Viewer viewer, Condition which, String id) {
        Condition visible =
                sight.ofRequests(viewer, Relation.ANY).stream().reduce(Condition::or).orElseThrow();
        Condition where = Condition.of("id = ?", id).and(which).and(visible);
        var query = new Condition("select * from request where " + where.sql(), where.parameters());
        return rows.list(query, SqlRequests::row).stream().findFirst();
    }

    private static Condition of(Kind kind) {
        return Condition.of("kind = ?", kind.name());
    }

    /** What an entity needs in order to say what it is. */
    @SuppressWarnings("NullAway") // The entity's columns may be null.
    static RequestRow row(ResultSet columns) throws SQLException {
        var row = new RequestRow();
        row.id = columns.getString("id");
        row.kind = RequestRow.Kind.valueOf(columns.getString("kind"));
        row.type = columns.getString("type");
        row.document = columns.getString("document");
        row.approvers = (String[]) columns.getArray("approvers").getArray();
        row.startsAt = Rows.instant(columns, "starts_at");
        row.endsAt = Rows.instant(columns, "ends_at");
        row.milestones = columns.getString("milestones");
        return row;
    }
}
