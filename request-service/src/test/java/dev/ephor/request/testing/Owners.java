package dev.ephor.request.testing;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Gives groups an owner more, as a configuration would. */
@Singleton
public class Owners {
    private final DataSource database;

    Owners(DataSource database) {
        this.database = database;
    }

    public void own(String group, String owner) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement(
                                """
                                update catalogue
                                   set document = jsonb_set(document::jsonb, '{owners}',
                                                  coalesce(document::jsonb -> 'owners', '[]') || to_jsonb(?::text))::text
                                 where key like 'group/%/' || ?
                                """)) {
            update.setString(1, owner);
            update.setString(2, group);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
