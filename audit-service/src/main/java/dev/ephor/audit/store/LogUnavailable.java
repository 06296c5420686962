package dev.ephor.audit.store;

import java.sql.SQLException;

/** The database did not do what was asked. */
final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LogUnavailable(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
