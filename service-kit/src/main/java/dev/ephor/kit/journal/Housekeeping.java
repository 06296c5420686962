package dev.ephor.kit.journal;

import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets, once a day, what nothing can ask for any more: published journal rows, handled event
 * ids, and answers to repeated calls. Has to keep the first two for longer than the broker keeps
 * records, or an event that is read again from the beginning would be handled again.
 */
@ApplicationScoped
class Housekeeping implements Runnable {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration ROUND = Duration.ofDays(1);

    private final DataSource database;
    private final Clock clock;
    private final Duration keep;
    private final Duration keepAnswers;
    private final Stop stop = new Stop();

    Housekeeping(
            DataSource database,
            Clock clock,
            @ConfigProperty(name = "ephor.journal.keep", defaultValue = "P30D") Duration keep,
            @ConfigProperty(name = "ephor.http.idempotency.keep", defaultValue = "PT24H")
                    Duration keepAnswers) {
        this.database = database;
        this.clock = clock;
        this.keep = keep;
        this.keepAnswers = keepAnswers;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("housekeeping").start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    @Override
    public void run() {
        try {
            do {
                forget();
            } while (!stop.isRequestedWithin(ROUND));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure waits for the next round: nothing depends on this being done today. */
    void forget() {
        try (Connection connection = database.getConnection()) {
            delete(connection, "delete from journal where published_at < ?", keep);
            delete(connection, "delete from inbox where handled_at < ?", keep);
            delete(connection, "delete from idempotency where claimed_at < ?", keepAnswers);
        } catch (SQLException e) {
            LOG.warnf("Old rows are still there: %s", e.getMessage());
        }
    }

    private void delete(Connection connection, String sql, Duration after) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setObject(1, clock.instant().minus(after).atOffset(ZoneOffset.UTC));
            int forgotten = delete.executeUpdate();
            if (forgotten > 0) {
                LOG.infof("Forgot %d rows older than %s", forgotten, after);
            }
        }
    }
}
