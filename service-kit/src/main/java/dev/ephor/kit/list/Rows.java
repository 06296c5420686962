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
 * Plain JDBC, for lists, whose statements differ from call to call so that Hibernate would keep a
 * plan of each, and for what is read or written with every request.
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
     * @param table a table or view whose columns the listing names
     * @param alternatives of the code's own: an entry is in the list for any of these reasons. Each
     *     is looked up by itself, so that each can use its index.
     */
    public <T> List<Listed<T>> list(
            String table, List<Condition> alternatives, Listing listing, Shape<T> shape) {
        Order order = listing.order();
        var parameters = new ArrayList<Object>();
        var pieces = new ArrayList<String>();
        for (Condition alternative : alternatives) {
            Condition all = alternative.and(listing.rest());
            parameters.addAll(all.parameters());
            pieces.add(
                    "(select * from %s where %s %s limit %d)"
                            .formatted(table, all.sql(), order.sql(), listing.size()));
        }
        String sql =
                "select found.*, %s as list_key, %s as list_id from (%s) found %s limit %d"
                        .formatted(
                                order.property().column(),
                                order.idColumn(),
                                String.join(" union ", pieces),
                                order.sql(),
                                listing.size());
        return list(
                new Condition(sql, parameters),
                row -> new Listed<>(shape.of(row), place(row, order)));
    }

    /** How many entries the whole list has. */
    public long count(String table, List<Condition> alternatives, Listing listing) {
        Condition any = alternatives.stream().reduce(Condition::or).orElse(Condition.ANY);
        Condition all = any.and(listing.condition());
        String sql = "select count(*) from %s where %s".formatted(table, all.sql());
        return list(new Condition(sql, all.parameters()), row -> row.getLong(1)).getFirst();
    }

    private static Cursor place(ResultSet row, Order order) throws SQLException {
        String id = row.getString("list_id");
        if (order.property().kind() == Property.Kind.TEXT) {
            return Cursor.of(order, row.getString("list_key"), id);
        }
        OffsetDateTime at = row.getObject("list_key", OffsetDateTime.class);
        return Cursor.of(order, at.toInstant(), id);
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

    /**
     * Changes rows, in the transaction of the caller.
     *
     * @param change a whole statement
     * @return how many
     */
    public int write(Condition change) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(change.sql())) {
            bind(connection, statement, change.parameters());
            return statement.executeUpdate();
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
