package dev.ephor.audit.store;

import dev.ephor.audit.application.Accesses;
import dev.ephor.events.MembershipKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One row for each time that a membership was there. */
@ApplicationScoped
class SqlAccesses implements Accesses {
    private static final String OF_KEY =
            " where tenant = ? and group_id = ? and principal = ? and access = ?"
                    + " and present_until = 'infinity'";

    private final DataSource database;

    SqlAccesses(DataSource database) {
        this.database = database;
    }

    @Override
    public void begun(Origin origin, Fact fact, @Nullable Instant windowEnd) {
        MembershipKey key = origin.key();
        execute(
                "insert into audit_access (tenant, group_id, principal, access, activation, drift,"
                        + " window_end, present_from, begun_by)"
                        + " select ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ? where not exists (select 1"
                        + " from audit_access"
                        + OF_KEY
                        + " and activation is not distinct from ? and drift is not distinct from ?)",
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                origin.activation(),
                origin.drift(),
                windowEnd == null ? null : SqlTimes.of(windowEnd),
                SqlTimes.of(fact.at()),
                fact.sequence(),
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                origin.activation(),
                origin.drift());
    }

    @Override
    public void givenUp(MembershipKey key, String activation, Fact fact) {
        execute(
                "update audit_access set present_until = greatest(present_from, ?), ended_by = ?"
                        + OF_KEY
                        + " and activation = ?",
                SqlTimes.of(fact.at()),
                fact.sequence(),
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                activation);
    }

    @Override
    public void closed(MembershipKey key, String activation, Fact fact) {
        execute(
                "update audit_access set closed_at = ?, closed_by = ?"
                        + OF_KEY
                        + " and activation = ?",
                SqlTimes.of(fact.at()),
                fact.sequence(),
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                activation);
    }

    @Override
    public void gone(MembershipKey key, Fact fact, @Nullable String drift) {
        execute(
                "update audit_access set present_until = greatest(present_from, ?), ended_by = ?,"
                        + " drift = coalesce(drift, ?)"
                        + OF_KEY,
                SqlTimes.of(fact.at()),
                fact.sequence(),
                drift,
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire());
    }

    @Override
    public void explained(MembershipKey key, String drift, Fact fact) {
        execute(
                "update audit_access set present_until = greatest(present_from, ?), ended_by = ?"
                        + OF_KEY
                        + " and activation is null and drift = ?",
                SqlTimes.of(fact.at()),
                fact.sequence(),
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                drift);
    }

    @Override
    public void back(MembershipKey key, String drift, Fact fact) {
        execute(
                "insert into audit_access (tenant, group_id, principal, access, activation,"
                        + " window_end, present_from, begun_by) select tenant, group_id, principal,"
                        + " access, activation, window_end, ?, ? from audit_access where tenant = ?"
                        + " and group_id = ? and principal = ? and access = ? and drift = ?"
                        + " and activation is not null and closed_at is null",
                SqlTimes.of(fact.at()),
                fact.sequence(),
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                drift);
    }

    @Override
    public List<Access> at(Question question) {
        boolean ofGroup = question.group() != null;
        boolean ofPrincipal = question.principal() != null;
        String sql =
                "select * from audit_access where present_from <= ? and present_until > ? and id > ?"
                        + (ofGroup ? " and group_id = ?" : "")
                        + (ofPrincipal ? " and principal = ?" : "")
                        + " order by id limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int n = 0;
            select.setObject(++n, SqlTimes.of(question.at()));
            select.setObject(++n, SqlTimes.of(question.at()));
            select.setLong(++n, question.after());
            if (ofGroup) {
                select.setString(++n, question.group());
            }
            if (ofPrincipal) {
                select.setString(++n, question.principal());
            }
            select.setInt(++n, question.limit());
            try (ResultSet row = select.executeQuery()) {
                var found = new ArrayList<Access>();
                while (row.next()) {
                    found.add(access(row, question.at()));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new LogUnavailable("who had access could not be looked up", e);
        }
    }

    private static Access access(ResultSet row, Instant asked) throws SQLException {
        var key =
                new MembershipKey(
                        row.getString("tenant"),
                        row.getString("group_id"),
                        row.getString("principal"),
                        dev.ephor.events.Access.of(row.getString("access")));
        Fact closed = fact(row, "closed_at", "closed_by");
        return new Access(
                row.getLong("id"),
                key,
                row.getString("activation"),
                row.getString("drift"),
                instant(row, "window_end"),
                java.util.Objects.requireNonNull(fact(row, "present_from", "begun_by")),
                closed == null || closed.at().isAfter(asked) ? null : closed,
                fact(row, "present_until", "ended_by"));
    }

    private static @Nullable Fact fact(ResultSet row, String at, String by) throws SQLException {
        long sequence = row.getLong(by);
        Instant time = row.wasNull() ? null : instant(row, at);
        return time == null ? null : new Fact(time, sequence);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private void execute(String sql, @Nullable Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable("an access could not be kept", e);
        }
    }
}
