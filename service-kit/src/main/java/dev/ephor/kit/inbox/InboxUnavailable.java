package dev.ephor.kit.inbox;

import java.sql.SQLException;

/** The database did not take what was handled. */
final class InboxUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InboxUnavailable(SQLException cause) {
        super("the inbox could not be written: " + cause.getMessage(), cause);
    }
}
