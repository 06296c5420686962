package dev.ephor.kit.journal;

import java.sql.SQLException;

/** The database did not take the events. */
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnavailable(SQLException cause) {
        super("the journal could not be written: " + cause.getMessage(), cause);
    }
}
