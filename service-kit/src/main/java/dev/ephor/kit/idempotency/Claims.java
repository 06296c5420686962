package dev.ephor.kit.idempotency;

import dev.ephor.kit.idempotency.Claim.Call;
import dev.ephor.kit.time.Ids;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Who carries out which call, and its answer, in the table {@code idempotency}. Whose call it is
 * begins with the instance that carries it out.
 */
@Singleton
class Claims {
    /** A call that takes longer has lost its instance: then its repetition is carried out. */
    static final Duration LONGEST_CALL = Duration.ofMinutes(1);

    private static final String CLAIM =
            """
            insert into idempotency as known (caller, route, key, fingerprint, claim, claimed_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (caller, route, key) do update
               set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_at = excluded.claimed_at,
                   status = null, content_type = null, location = null, body = null
             where known.claimed_at < ?
                or (known.status is null and known.claimed_at < ? and known.fingerprint = excluded.fingerprint)
            """;
    private static final String LOOK =
            """
            select fingerprint, status, content_type, location, body
              from idempotency where caller = ? and route = ? and key = ?
            """;
    private static final String KEEP =
            """
            update idempotency set status = ?, content_type = ?, location = ?, body = ?
             where caller = ? and route = ? and key = ? and claim = ?
            """;
    private static final String LOSE =
            "update idempotency set claimed_at = ? where claimed_at > ? and status is null and starts_with(claim, ?)";
    private static final String RELEASE =
            "delete from idempotency where caller = ? and route = ? and key = ? and claim = ? and status is null";

    private final DataSource database;
    private final Ids ids;
    private final Clock clock;
    private final Duration keep;
    private final String instance;

    Claims(
            DataSource database,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "ephor.instance", defaultValue = "0") String instance,
            @ConfigProperty(name = "ephor.http.idempotency.keep", defaultValue = "PT24H")
                    Duration keep) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.instance = instance + "/";
        this.keep = keep;
    }

    /**
     * Before this instance takes its first call: what it had not answered when it was stopped or
     * killed never will be.
     */
    void start(@Observes StartupEvent event) throws SQLException {
        Instant lost = clock.instant().minus(LONGEST_CALL);
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(LOSE)) {
            update.setObject(1, utc(lost.minusMillis(1)));
            update.setObject(2, utc(lost));
            update.setString(3, instance);
            update.executeUpdate();
        }
    }

    Claim claim(Call call) throws SQLException {
        try (Connection connection = database.getConnection()) {
            String id = instance + ids.next();
            while (!insert(connection, call, id)) {
                Claim known = look(connection, call);
                if (known != null) {
                    return known;
                }
                // Released or forgotten in between.
            }
            return new Claim.Granted(call, id);
        }
    }

    /**
     * @return whether it still was the claim's to answer; another has it after {@link
     *     #LONGEST_CALL}
     */
    boolean keep(Claim.Granted claim, Answer answer) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(KEEP)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.contentType());
            update.setString(3, answer.location());
            update.setString(4, answer.body());
            name(update, 5, claim.call());
            update.setString(8, claim.id());
            return update.executeUpdate() == 1;
        }
    }

    /**
     * The call came to nothing that lasts: its repetition is carried out. Where its commit seemed
     * to fail and has not, its answer stays.
     */
    void release(Claim.Granted claim) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement(RELEASE)) {
            name(delete, 1, claim.call());
            delete.setString(4, claim.id());
            delete.executeUpdate();
        }
    }

    private boolean insert(Connection connection, Call call, String id) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement insert = connection.prepareStatement(CLAIM)) {
            name(insert, 1, call);
            insert.setBytes(4, call.fingerprint());
            insert.setString(5, id);
            insert.setObject(6, utc(now));
            insert.setObject(7, utc(now.minus(keep)));
            insert.setObject(8, utc(now.minus(LONGEST_CALL)));
            return insert.executeUpdate() == 1;
        }
    }

    private static @Nullable Claim look(Connection connection, Call call) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOOK)) {
            name(select, 1, call);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? known(row, call) : null;
            }
        }
    }

    private static Claim known(ResultSet row, Call call) throws SQLException {
        if (!Arrays.equals(row.getBytes("fingerprint"), call.fingerprint())) {
            return new Claim.Reused();
        }
        int status = row.getInt("status");
        return row.wasNull()
                ? new Claim.Running()
                : new Claim.Answered(
                        new Answer(
                                status,
                                row.getString("content_type"),
                                row.getString("location"),
                                row.getString("body")));
    }

    private static void name(PreparedStatement statement, int from, Call call) throws SQLException {
        statement.setString(from, call.caller());
        statement.setString(from + 1, call.route());
        statement.setString(from + 2, call.key().text());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
