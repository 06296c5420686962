package dev.ephor.kit.test;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionPoolConfiguration;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A pool of one connection, which is taken: by the test, or by the relay, which keeps one for good.
 * Closed, the pool is what it was.
 */
public final class EmptyPool implements AutoCloseable {
    private static final Duration SOON = Duration.ofMillis(200);

    private final AgroalConnectionPoolConfiguration pool;
    private final int size;
    private final Duration timeout;
    private final List<Connection> taken = new ArrayList<>();

    private EmptyPool(AgroalConnectionPoolConfiguration pool) {
        this.pool = pool;
        this.size = pool.maxSize();
        this.timeout = pool.acquisitionTimeout();
    }

    public static EmptyPool of(AgroalDataSource database) {
        var empty = new EmptyPool(database.getConfiguration().connectionPoolConfiguration());
        empty.pool.setMaxSize(1);
        empty.pool.setAcquisitionTimeout(SOON);
        empty.takeAll(database);
        return empty;
    }

    private void takeAll(AgroalDataSource database) {
        while (true) {
            try {
                taken.add(database.getConnection());
            } catch (SQLException nothingLeft) {
                return;
            }
        }
    }

    @Override
    public void close() {
        pool.setMaxSize(size);
        pool.setAcquisitionTimeout(timeout);
        for (Connection connection : taken) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException("a connection cannot be given back", e);
            }
        }
    }
}
