package dev.ephor.audit.rest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a restore does to the log's tables, in place, and back again. Nothing can be sealed
 * meanwhile, not even by a service that does not notice.
 */
final class Restored {
    private final DataSource database;

    private Restored(DataSource database) {
        this.database = database;
    }

    /** Remembers the log as it is. */
    static Restored backupOf(DataSource database) throws SQLException {
        var restored = new Restored(database);
        restored.run("create table backup_head as table audit_head");
        return restored;
    }

    /** To the state of the backup. */
    void putBack() throws SQLException {
        run(
                "lock table audit_head in access exclusive mode",
                "create table lost_head as table audit_head",
                "create table lost_entry as select * from audit_entry"
                        + " where sequence >= (select size from backup_head)",
                // A tile is full, and stored, once the log has 256 to the power of level + 1 leaves
                // of it.
                "create table lost_tile as select * from audit_tile"
                        + " where (number + 1) * power(256, level + 1) > (select size from backup_head)",
                "delete from audit_entry where sequence in (select sequence from lost_entry)",
                "delete from audit_tile where (level, number) in (select level, number from lost_tile)",
                "update audit_head set (size, hash, tree) = (select size, hash, tree from backup_head)",
                "create function held() returns trigger language plpgsql as"
                        + " $$ begin raise 'the test holds the log'; end $$",
                "create trigger held before insert on audit_entry execute function held()");
    }

    /** To the state that was lost. */
    void undo() throws SQLException {
        run(
                "drop trigger held on audit_entry",
                "drop function held",
                "insert into audit_entry table lost_entry",
                "insert into audit_tile table lost_tile",
                "update audit_head set (size, hash, tree) = (select size, hash, tree from lost_head)",
                "drop table backup_head, lost_head, lost_entry, lost_tile");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                for (String one : List.of(statements)) {
                    statement.execute(one);
                }
                connection.commit();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }
}
