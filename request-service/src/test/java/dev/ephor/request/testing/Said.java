package dev.ephor.request.testing;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.Topic;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.kafka.KafkaClients;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** What the service has said: in its journal, and on Kafka. */
@Singleton
public class Said {
    private static final com.fasterxml.jackson.databind.ObjectMapper JSON = EventCodec.json();

    private final DataSource database;
    private final KafkaClients kafka;

    Said(DataSource database, KafkaClients kafka) {
        this.database = database;
        this.kafka = kafka;
    }

    /** The events about a principal, oldest first. */
    public List<Event> about(String principal) {
        return journal("key like '%/" + principal + "/%' and topic = 'ephor.requests'");
    }

    /** The events after a position of the journal, oldest first. */
    public List<Event> since(long position) {
        // A dead letter is what came, and need not be an event.
        return journal("position > " + position + " and topic <> 'ephor.dead-letters'");
    }

    /** What was said of responses after a position of the journal, oldest first. */
    public List<Event> ofResponses(long position) {
        return journal("topic = 'ephor.responses' and position > " + position);
    }

    public long position() {
        return number("select coalesce(max(position), 0) from journal");
    }

    /** The first column of the first row; null where there is none. */
    public String text(String sql) {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many request objects there are of a principal. */
    public long stored(String principal) {
        return number("select count(*) from request where principal = '" + principal + "'");
    }

    private List<Event> journal(String where) {
        var events = new ArrayList<Event>();
        try (Connection connection = database.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select headers::text, value from journal where "
                                                + where
                                                + " order by position")) {
            while (rows.next()) {
                events.add(event(rows.getString(1), rows.getBytes(2)));
            }
            return events;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Event event(String headers, byte[] value) throws IOException {
        for (var pair : JSON.readTree(headers)) {
            if (pair.get(0).textValue().equals("ce_type")) {
                return JSON.readValue(
                        value, EventTypes.byName(pair.get(1).textValue()).orElseThrow());
            }
        }
        throw new IllegalStateException("no ce_type in " + headers);
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a topic from its beginning until an event of this correlation comes. */
    public Optional<Envelope<? extends Event>> onKafka(
            Topic<? extends Event> topic, String correlationId) {
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.follower("test")) {
            var partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            for (int i = 0; i < 600; i++) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    var event = EventCodec.decode(record.headers(), record.value());
                    if (event.filter(e -> e.correlationId().equals(correlationId)).isPresent()) {
                        return event;
                    }
                }
            }
            return Optional.empty();
        } catch (UnreadableEvent e) {
            throw new IllegalStateException(e);
        }
    }
}
