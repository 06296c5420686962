package dev.ephor.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class OutboxTest {
    @Inject DataSource database;

    @Test
    void gives_its_connection_back_as_it_came() throws SQLException {
        try (Connection connection = database.getConnection()) {
            // Given
            String commits = one(connection, "show synchronous_commit");
            var outbox = new Outbox(connection);
            outbox.listen();
            assertThat(one(connection, "select count(*) from pg_listening_channels()"))
                    .isEqualTo("1");
            // When
            outbox.close();
            // Then
            assertThat(one(connection, "show synchronous_commit")).isEqualTo(commits);
            assertThat(one(connection, "select count(*) from pg_listening_channels()"))
                    .isEqualTo("0");
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
