package dev.ephor.kit.journal;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a service says events: in the transaction that changes what they are about. The {@link
 * Relay} publishes them once that has committed, in order per key.
 */
@ApplicationScoped
public class Journal {
    private static final String UNIQUE_VIOLATION = "23505";

    /** The most rows that are encoded at the same time: a whole configuration has many. */
    static final int BATCH = 500;

    private final DataSource database;
    private final Ids ids;
    private final jakarta.enterprise.event.Event<Said> observers;
    private final String source;

    Journal(
            DataSource database,
            Ids ids,
            jakarta.enterprise.event.Event<Said> observers,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.database = database;
        this.ids = ids;
        this.observers = observers;
        this.source = "/ephor/" + service;
    }

    /**
     * The events of one stream.
     *
     * @param expectedVersion the version that the stream has now; 0 before its first event
     * @param events what happened, in order; empty does nothing
     */
    public record Entry(
            String stream, long expectedVersion, List<? extends Event> events, Cause cause) {}

    /**
     * A record of no event, such as a dead letter or a sealed entry.
     *
     * @param version the record's place in the stream, from 1
     */
    public record RawEntry(String stream, long version, ProducerRecord<String, byte[]> message) {}

    /**
     * Says events; to be called inside a transaction.
     *
     * @throws VersionConflict when the stream has moved on since it was loaded; the transaction is
     *     spoilt
     */
    public void append(
            String stream, long expectedVersion, List<? extends Event> events, Cause cause) {
        appendAll(List.of(new Entry(stream, expectedVersion, events, cause)));
    }

    /** Says the events of several streams, {@value #BATCH} in a round trip. */
    public void appendAll(List<Entry> entries) {
        var said = new ArrayList<Envelope<? extends Event>>();
        var rows = new ArrayList<RawEntry>();
        for (Entry entry : entries) {
            long version = entry.expectedVersion();
            for (Event event : entry.events()) {
                Envelope<Event> envelope = envelope(event, entry.cause());
                said.add(envelope);
                rows.add(new RawEntry(entry.stream(), ++version, EventCodec.encode(envelope)));
                if (rows.size() == BATCH) {
                    appendRaw(rows);
                    rows.clear();
                }
            }
        }
        appendRaw(rows);
        observers.fire(new Said(said));
    }

    /** Records that are no events, in one round trip. */
    public void appendRaw(List<RawEntry> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into journal (stream, version, topic, key, headers, value)"
                                        + " values (?, ?, ?, ?, ?::json, ?)")) {
            for (RawEntry row : rows) {
                bind(insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw refused(e, rows);
        }
    }

    private Envelope<Event> envelope(Event event, Cause cause) {
        return new Envelope<>(
                ids.next(),
                source,
                cause.at(),
                cause.correlationId(),
                cause.causationId(),
                cause.traceparent(),
                event);
    }

    private static void bind(PreparedStatement insert, RawEntry row) throws SQLException {
        ProducerRecord<String, byte[]> message = row.message();
        insert.setString(1, row.stream());
        insert.setLong(2, row.version());
        insert.setString(3, message.topic());
        insert.setString(4, message.key());
        insert.setString(5, HeaderText.write(message.headers()));
        insert.setBytes(6, message.value());
    }

    private static RuntimeException refused(SQLException e, List<RawEntry> rows) {
        if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
            return new VersionConflict(
                    "somebody else wrote to " + rows.getFirst().stream() + " first", e);
        }
        return new JournalUnavailable(e);
    }
}
