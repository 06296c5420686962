package dev.ephor.kit.journal;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that is away from a bug: the one is waited for, the other is not. */
public final class Outage {
    private Outage() {}

    /**
     * Whether a failure comes from a database that is away, full, too slow for the transaction's
     * time-out, shutting down, or had two transactions stand in each other's way, or from a pool
     * that had no connection to give. Classes of SQLSTATE per PostgreSQL's appendix A.
     */
    public static boolean isBehind(Throwable failure) {
        return everythingBehind(failure).stream()
                .anyMatch(
                        t ->
                                t instanceof SQLException sql && isOutage(sql.getSQLState())
                                        || t instanceof RollbackException e && isTimeout(e));
    }

    private static boolean isOutage(@Nullable String sqlState) {
        // No state: the pool found no connection.
        return sqlState == null
                || sqlState.startsWith("08")
                || sqlState.startsWith("40")
                || sqlState.startsWith("53")
                || sqlState.startsWith("57");
    }

    /** What else keeps a commit from being done is said with it. */
    private static boolean isTimeout(RollbackException rollback) {
        return rollback.getCause() == null && rollback.getSuppressed().length == 0;
    }

    /** A commit that fails carries the database's reason as a suppressed exception. */
    private static Set<Throwable> everythingBehind(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            Throwable next = open.pop();
            if (seen.add(next)) {
                open.addAll(List.of(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.push(next.getCause());
                }
            }
        }
        return seen;
    }
}
