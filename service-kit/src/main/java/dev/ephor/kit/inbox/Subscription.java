package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a service hears; a bean in its {@code kafka} room. Each poll is one transaction in which
 * every event is handled once, and in which the handling may write to the database and the journal.
 *
 * <p>A handler may be called again with the same events after a failure, with nothing left of the
 * first time. An exception that stays makes a dead letter of that one event; a database that is
 * away is waited for.
 */
public interface Subscription {

    /** Unique in the service; part of the consumer group's name, so it never changes. */
    String name();

    List<Topic<? extends Event>> topics();

    /**
     * How long more events are waited for once one has come. Zero where an activation waits for
     * this subscription; some milliseconds where it only follows, so that what comes together costs
     * one transaction.
     */
    default Duration gathering() {
        return Duration.ZERO;
    }

    /**
     * Looks at a record before it is believed or remembered; also at one of a type that is not
     * known here. What is objected to becomes a dead letter, and leaves no trace by which a later
     * record of the same id would be taken for a repetition.
     */
    default Optional<Objection> objection(ConsumerRecord<byte[], byte[]> record) {
        return Optional.empty();
    }

    /** A record has become a dead letter, in this transaction; called once for each. */
    default void buried(ConsumerRecord<byte[], byte[]> record, Objection why) {}

    /** Handles one event. */
    void accept(Envelope<? extends Event> event);

    /**
     * Handles a poll's new events, in the order of their partitions. Override it where many can be
     * handled with fewer statements.
     */
    default void acceptAll(List<Envelope<? extends Event>> events) {
        events.forEach(this::accept);
    }
}
