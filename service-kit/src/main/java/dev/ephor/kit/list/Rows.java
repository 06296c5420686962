package dev.ephor.kit.list;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads lists by plain JDBC: their statements differ from call to call, and Hibernate would keep a
 * plan of each.
 */
public final class Rows {
    private final DataSource database;

    public Rows(DataSource database) {
        this.database = database;
    }

    /** Makes something of the row at which it stands. */
    public interface Shape<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** A database that did not answer. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unavailable(SQLException cause) {
            super(cause);
        }
    }

    /**
     * The piece of a list that is asked for, in its order.
     *
     * @param select everything before {@code where}
     * @param where of the code's own, such as who may see what
     */
    public <T> List<T> list(String select, Condition where, Listing listing, Shape<T> shape) {
        Condition all = where.and(listing.rest());
        String sql =
                "%s where %s %s limit %d"
                        .formatted(select, all.sql(), listing.order().sql(), listing.size());
        return list(new Condition(sql, all.parameters()), shape);
    }

    /** How many entries the whole list has. */
    public long count(String from, Condition where, Listing listing) {
        Condition all = where.and(listing.condition());
        var sql =
                new Condition(
                        "select count(*) from %s where %s".formatted(from, all.sql()),
                        all.parameters());
        return list(sql, row -> row.getLong(1)).getFirst();
    }

    /**
     * @param query a whole statement
     */
    public <T> List<T> list(Condition query, Shape<T> shape) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.sql())) {
            bind(connection, statement, query.parameters());
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(shape.of(rows));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new Unavailable(e);
        }
    }

    /** An instant of a row, which may hold none. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static void bind(
            Connection connection, PreparedStatement statement, List<Object> parameters)
            throws SQLException {
        int place = 1;
        for (Object parameter : parameters) {
            switch (parameter) {
                case Instant at -> statement.setObject(place, at.atOffset(ZoneOffset.UTC));
                case List<?> texts ->
                        statement.setArray(
                                place, connection.createArrayOf("text", texts.toArray()));
                default -> statement.setObject(place, parameter);
            }
            place++;
        }
    }
}
