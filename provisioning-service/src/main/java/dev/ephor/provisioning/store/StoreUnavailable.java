package dev.ephor.provisioning.store;

import java.sql.SQLException;

/** The database did not do what it was asked. */
final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreUnavailable(SQLException cause) {
        super("the database did not answer: " + cause.getMessage(), cause);
    }
}
