package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.request.application.FindKept;
import dev.ephor.request.store.RequestRow.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.Session;

/** Finds request objects by their ids. */
@ApplicationScoped
class SqlKept implements FindKept {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);

    private static final String COLUMNS =
            """
            select membershipKey, requestedBy, kind, type
              from RequestRow where id = :id and tenant = :tenant
            """;

    private final Session database;

    SqlKept(Session database) {
        this.database = database;
    }

    /** Leaves nothing in the session: what is decided upon is read again under its lock. */
    record Columns(String key, String requestedBy, Kind kind, String type) {}

    @Override
    public Optional<Kept> request(String tenant, String id) {
        return database.createSelectionQuery(COLUMNS, Columns.class)
                .setParameter("id", id)
                .setParameter("tenant", tenant)
                .uniqueResultOptional()
                .map(
                        found ->
                                new Kept(
                                        id,
                                        MembershipKey.parse(found.key()),
                                        found.requestedBy(),
                                        found.kind() == Kind.ELIGIBILITY,
                                        found.type().equals(ACTIVATION)));
    }
}
