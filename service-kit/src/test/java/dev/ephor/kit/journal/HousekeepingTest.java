package dev.ephor.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class HousekeepingTest {
    @Inject Housekeeping housekeeping;
    @Inject DataSource database;
    @Inject Ids ids;

    @Test
    void forgets_what_is_old_and_keeps_what_is_young() throws SQLException {
        // Given
        String old = ids.next();
        String young = ids.next();
        handled(old, "now() - interval '31 days'");
        handled(young, "now() - interval '29 days'");
        // When
        housekeeping.forget();
        // Then
        assertThat(isKnown(old)).isFalse();
        assertThat(isKnown(young)).isTrue();
    }

    private void handled(String id, String when) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "insert into inbox values ('test', '/test', '%s', %s)".formatted(id, when));
        }
    }

    private boolean isKnown(String id) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select 1 from inbox where event_id = '%s'".formatted(id))) {
            return rows.next();
        }
    }
}
