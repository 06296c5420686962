package dev.ephor.kit.journal;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a bug: the one is waited for, the other is not. */
public final class Outage {
    private Outage() {}

    /**
     * Whether a failure comes from a database that is away, full, shutting down, or had two
     * transactions stand in each other's way. Classes of SQLSTATE per PostgreSQL's appendix A.
     */
    public static boolean isBehind(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause() == t ? null : t.getCause()) {
            if (t instanceof SQLException sql && isOutage(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOutage(@Nullable String sqlState) {
        // No state: the pool found no connection.
        return sqlState == null
                || sqlState.startsWith("08")
                || sqlState.startsWith("40")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57");
    }
}
