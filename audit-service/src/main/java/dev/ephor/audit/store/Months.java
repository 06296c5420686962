package dev.ephor.audit.store;

import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * The months into which what is filed is divided: those to come are made ahead, at the start and
 * once a day; one that has passed is made when something of it is filed.
 */
@ApplicationScoped
class Months implements Runnable {
    private static final Logger LOG = Logger.getLogger(Months.class);
    private static final Duration ROUND = Duration.ofDays(1);
    private static final int AHEAD = 3;

    /** Older than any log; what claims to be from before has no month of its own. */
    private static final YearMonth EARLIEST = YearMonth.of(2020, 1);

    private final DataSource database;
    private final Clock clock;
    private final Set<YearMonth> known = ConcurrentHashMap.newKeySet();
    private final Stop stop = new Stop();

    Months(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("months").start(this);
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    @Override
    public void run() {
        try {
            do {
                makeAhead();
            } while (!stop.isRequestedWithin(ROUND));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A failure waits for the next round: until then there is a partition for what has no month.
     */
    private void makeAhead() {
        try (Connection connection = database.getConnection()) {
            YearMonth now = now();
            make(connection, IntStream.rangeClosed(0, AHEAD).mapToObj(now::plusMonths).toList());
        } catch (SQLException e) {
            LOG.warnf("The months to come have no partitions yet: %s", e.getMessage());
        }
    }

    /** Sees to it that these times have their months, within the connection's transaction. */
    void makeFor(Connection connection, Collection<Instant> times) throws SQLException {
        YearMonth last = now().plusMonths(AHEAD);
        make(
                connection,
                times.stream()
                        .map(Months::of)
                        .filter(month -> !month.isBefore(EARLIEST) && !month.isAfter(last))
                        .collect(Collectors.toSet()));
    }

    private void make(Connection connection, Collection<YearMonth> months) throws SQLException {
        for (YearMonth month : months) {
            if (!known.contains(month)) {
                // What this transaction makes may be undone; it is known when it is seen again.
                if (exists(connection, month)) {
                    known.add(month);
                } else {
                    make(connection, month);
                }
            }
        }
    }

    private static boolean exists(Connection connection, YearMonth month) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select to_regclass(?) is not null")) {
            select.setString(1, name(month));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /**
     * One statement, so that it is done whole or not at all; whatever was in the rest moves over.
     */
    private static void make(Connection connection, YearMonth month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ begin
                      perform pg_advisory_xact_lock(hashtext('audit_filing'));
                      if to_regclass('%1$s') is null then
                        create table %1$s (like audit_filing including defaults including generated including constraints);
                        with moved as (delete from audit_filing_other where at >= '%2$s' and at < '%3$s' returning *)
                        insert into %1$s (sequence, at, type, tenant, group_id, principal, correlation, target, ticket, approvers, words)
                        select sequence, at, type, tenant, group_id, principal, correlation, target, ticket, approvers, words from moved;
                        alter table audit_filing attach partition %1$s for values from ('%2$s') to ('%3$s');
                      end if;
                    end $$
                    """
                            .formatted(name(month), start(month), start(month.plusMonths(1))));
        }
    }

    private static String name(YearMonth month) {
        return "audit_filing_%d_%02d".formatted(month.getYear(), month.getMonthValue());
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static YearMonth of(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private YearMonth now() {
        return of(clock.instant());
    }
}
