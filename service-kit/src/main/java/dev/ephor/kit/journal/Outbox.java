package dev.ephor.kit.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.postgresql.PGConnection;

/** The unpublished part of the journal, on a connection of its own. */
final class Outbox implements AutoCloseable {
    /** Which advisory lock says who relays; any number, as long as it is always the same. */
    private static final long LOCK = 0x6570_686f_72L;

    /** The most that one look publishes. */
    static final int BATCH = 500;

    private static final int LOOK_ANYWAY_MILLIS = 1_000;

    private final Connection connection;
    private boolean leading;

    Outbox(Connection connection) {
        this.connection = connection;
    }

    void listen() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // A mark that a crash loses has its event sent again, under the id by which it is
            // known.
            statement.execute("set synchronous_commit = off");
            statement.execute("listen journal");
        }
    }

    /**
     * Gives the connection back as it came: others of the pool need their commits to be durable.
     */
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("unlisten journal");
            statement.execute("reset synchronous_commit");
            statement.execute("select pg_advisory_unlock_all()");
        }
    }

    /**
     * Whether this instance relays; tries to become it where none does. The lock goes with the
     * connection.
     */
    boolean lead() throws SQLException {
        if (!leading) {
            try (PreparedStatement lock =
                    connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                lock.setLong(1, LOCK);
                try (ResultSet result = lock.executeQuery()) {
                    leading = result.next() && result.getBoolean(1);
                }
            }
        }
        return leading;
    }

    /** Until a transaction that wrote to the journal commits. */
    void sleep() throws SQLException {
        connection.unwrap(PGConnection.class).getNotifications(LOOK_ANYWAY_MILLIS);
    }

    /**
     * Publishes what is waiting, oldest first.
     *
     * @return how many records
     */
    int publish(Producer<String, byte[]> producer) throws SQLException, InterruptedException {
        var positions = new ArrayList<Long>();
        var sent = new ArrayList<Future<?>>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "select position, topic, key, headers, value from journal"
                                + " where published_at is null order by position limit ?")) {
            select.setInt(1, BATCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                    sent.add(producer.send(message(rows)));
                }
            }
        }
        awaitAll(sent);
        markPublished(positions);
        return positions.size();
    }

    private static ProducerRecord<String, byte[]> message(ResultSet row) throws SQLException {
        return new ProducerRecord<>(
                row.getString(2),
                null,
                row.getString(3),
                row.getBytes(5),
                HeaderText.read(row.getString(4)));
    }

    private static void awaitAll(List<Future<?>> sent) throws InterruptedException {
        try {
            for (Future<?> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("the broker did not take the events: " + e.getMessage(), e);
        }
    }

    private void markPublished(List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "update journal set published_at = clock_timestamp() where position = any (?)")) {
            update.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            update.executeUpdate();
        }
    }
}
