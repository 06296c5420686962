package dev.ephor.request.store;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Rows;
import dev.ephor.request.application.FindRequests.Kind;
import dev.ephor.request.application.FindSchedules;
import dev.ephor.request.application.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the views {@code assignment_schedule} and {@code eligibility_schedule}. */
@ApplicationScoped
class SqlSchedules implements FindSchedules {
    private final Rows rows;
    private final Sight sight;

    SqlSchedules(DataSource database, Sight sight) {
        this.rows = new Rows(database);
        this.sight = sight;
    }

    @Override
    public Optional<Schedule> schedule(Viewer viewer, Wanted wanted, String id) {
        Condition visible =
                sight.ofSchedules(viewer, wanted.own()).stream()
                        .reduce(Condition::or)
                        .orElseThrow();
        Condition where = Condition.of("id = ?", id).and(at(wanted)).and(visible);
        return select(wanted.kind(), where).stream().findFirst();
    }

    @Override
    public List<Listed<Schedule>> schedules(Viewer viewer, Wanted wanted, Listing listing) {
        return rows.list(
                view(wanted.kind()),
                sight.ofSchedules(viewer, wanted.own()),
                listing.within(at(wanted)),
                SqlSchedules::schedule);
    }

    @Override
    public long count(Viewer viewer, Wanted wanted, Listing listing) {
        return rows.count(
                view(wanted.kind()),
                sight.ofSchedules(viewer, wanted.own()),
                listing.within(at(wanted)));
    }

    @Override
    public Map<String, Schedule> byId(String tenant, Kind kind, Collection<String> ids) {
        return select(kind, Condition.of("tenant = ? and id = any(?)", tenant, List.copyOf(ids)))
                .stream()
                .collect(Collectors.toMap(Schedule::id, Function.identity()));
    }

    private List<Schedule> select(Kind kind, Condition where) {
        String sql = "select * from %s where %s".formatted(view(kind), where.sql());
        return rows.list(new Condition(sql, where.parameters()), SqlSchedules::schedule);
    }

    private static String view(Kind kind) {
        return switch (kind) {
            case ASSIGNMENT -> "assignment_schedule";
            case ELIGIBILITY -> "eligibility_schedule";
        };
    }

    /** What is over is over, also where nobody has said so yet. */
    private static Condition at(Wanted wanted) {
        Condition lasting = Condition.of("(ends_at is null or ends_at > ?)", wanted.now());
        return wanted.begun() ? lasting.and(Condition.of("starts_at <= ?", wanted.now())) : lasting;
    }

    private static Schedule schedule(ResultSet row) throws SQLException {
        return new Schedule(
                row.getString("id"),
                new MembershipKey(
                        row.getString("tenant"),
                        row.getString("group_id"),
                        row.getString("principal"),
                        Access.of(row.getString("access"))),
                row.getObject("starts_at", java.time.OffsetDateTime.class).toInstant(),
                end(Rows.instant(row, "ends_at")),
                row.getObject("created_at", java.time.OffsetDateTime.class).toInstant(),
                row.getString("created_using"),
                Rows.instant(row, "modified_at"),
                row.getString("status"),
                row.getString("assignment_type"),
                row.getString("eligibility_id"));
    }

    private static @Nullable Instant end(@Nullable Instant stored) {
        return ActivationApproved.FOREVER.equals(stored) ? null : stored;
    }
}
