package dev.ephor.kit.journal;

import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import dev.ephor.kit.time.Stop;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the journal. One instance of a service relays at a time (an advisory lock of its
 * database says which); it sleeps until a commit wakes it, and looks by itself once a second in
 * case a wake-up got lost.
 */
@ApplicationScoped
class Relay implements Runnable {
    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(500);

    private final DataSource database;
    private final KafkaClients kafka;
    private final TopicsReady topics;
    private final Counter published;
    private final Stop stop = new Stop();
    private @Nullable Thread thread;

    Relay(DataSource database, KafkaClients kafka, TopicsReady topics, MeterRegistry metrics) {
        this.database = database;
        this.kafka = kafka;
        this.topics = topics;
        this.published = metrics.counter("ephor.journal.published");
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("relay").start(this);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.request();
        Thread running = thread;
        if (running != null) {
            // It ends by itself after its look; cut short, its producer could not say goodbye.
            boolean ended = running.join(Duration.ofSeconds(3));
            if (!ended) {
                running.interrupt();
            }
        }
    }

    @Override
    public void run() {
        while (!stop.isRequested()) {
            try {
                relayUntilFailure();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relayUntilFailure() throws InterruptedException {
        try {
            topics.await();
            lead();
        } catch (SQLException | KafkaException e) {
            pause(e);
        }
    }

    /** Relays for as long as database and broker are there. */
    private void lead() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                var outbox = new Outbox(connection);
                var producer = kafka.producer("relay")) {
            outbox.listen();
            while (!stop.isRequested()) {
                if (!outbox.lead()) {
                    outbox.sleep();
                    continue;
                }
                int count = outbox.publish(producer);
                published.increment(count);
                // A commit since the look has left its wake-up, so there is no need to look again.
                if (count < Outbox.BATCH) {
                    outbox.sleep();
                }
            }
        }
    }

    private void pause(Exception e) throws InterruptedException {
        if (!stop.isRequested()) {
            LOG.warnf("The relay stopped and tries again: %s", e.getMessage());
            stop.isRequestedWithin(AFTER_FAILURE);
        }
    }
}
