package dev.ephor.provisioning.store;

import dev.ephor.provisioning.application.Readings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** When each group was last read at each target: whoever writes it first reads. */
@ApplicationScoped
class SqlReadings implements Readings {
    private static final String BEGIN =
            """
            with begun as (
                insert into reading (tenant, target, group_id, begun_at) values (?, ?, ?, ?)
                on conflict (tenant, target, group_id) do update set begun_at = excluded.begun_at
                    where reading.begun_at <= ? or reading.begun_at > excluded.begun_at
                returning begun_at)
            select r.begun_at from reading r
            where r.tenant = ? and r.target = ? and r.group_id = ?
                and not exists (select from begun)
            """;

    private final DataSource database;

    SqlReadings(DataSource database) {
        this.database = database;
    }

    @Override
    @Transactional
    public Optional<Instant> begin(Place place, Instant now, Duration every) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            statement.setString(1, place.tenant());
            statement.setString(2, place.target());
            statement.setString(3, place.group());
            statement.setObject(4, at(now));
            statement.setObject(5, at(now.minus(every)));
            statement.setString(6, place.tenant());
            statement.setString(7, place.target());
            statement.setString(8, place.group());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next()
                        ? Optional.of(
                                rows.getObject(1, OffsetDateTime.class).toInstant().plus(every))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(e);
        }
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
