package dev.ephor.kit.rest;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Something to call that needs the database. */
@Path("/")
@PermitAll
public class Ledger {
    @Inject DataSource database;

    @GET
    @Path("ephor/v1/read")
    public int read() throws SQLException {
        return select("select 1");
    }

    @GET
    @Path("v1.0/read")
    @Transactional
    public int readInTransaction() throws SQLException {
        return select("select 1");
    }

    /** Its connection ends while it works, as when the database is shut down. */
    @GET
    @Path("v1.0/cut-at-once")
    @Transactional
    public int cutAtOnce() throws SQLException {
        return cutBeforeCommit() + select("select 1");
    }

    @GET
    @Path("v1.0/cut-before-commit")
    @Transactional
    public int cutBeforeCommit() throws SQLException {
        return select("select pg_terminate_backend(pg_backend_pid())::int");
    }

    @GET
    @Path("v1.0/late")
    @Transactional
    @TransactionConfiguration(timeout = 1)
    public int late() throws SQLException {
        return select("select 1 from pg_sleep(2.5)");
    }

    @GET
    @Path("v1.0/late-twice")
    @Transactional
    @TransactionConfiguration(timeout = 1)
    public int lateTwice() throws SQLException {
        return select("select 1 from pg_sleep(2.5)") + select("select 1");
    }

    @GET
    @Path("v1.0/wrong")
    @Transactional
    public int wrong() throws SQLException {
        return select("select 1 / 0");
    }

    @GET
    @Path("v1.0/wrong-at-commit")
    @Transactional
    public int wrongAtCommit() throws SQLException {
        change("create temporary table once (n int unique deferrable initially deferred)");
        return change("insert into once values (1), (1)");
    }

    private int change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private int select(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
