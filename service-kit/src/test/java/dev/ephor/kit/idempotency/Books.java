package dev.ephor.kit.idempotency;

import dev.ephor.kit.journal.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where sales are written down: rows of a table that the kit has anyway. */
@ApplicationScoped
class Books {
    private final DataSource database;
    private int lost;

    Books(DataSource database) {
        this.database = database;
    }

    @Transactional
    void enter(int number) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement(
                                "insert into inbox (consumer, source, event_id) values ('till', 'sale', ?)")) {
            insert.setString(1, String.valueOf(number));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody else was faster, the first time. */
    @Transactional
    void loseOnce(int number) {
        if (lost++ == 0) {
            throw new VersionConflict("planned for " + number, new IllegalStateException());
        }
    }
}
