package dev.ephor.provisioning.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent, what came back, how often and how long; nothing in it is ever changed. */
public interface ProvisioningLog {

    void append(List<LogEntry> entries);

    /** The newest first. */
    List<LogEntry> find(Query query);

    /**
     * What to look for; null: whatever it is.
     *
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     * @param after the id behind which to go on: only older entries
     * @param limit the most entries to return
     */
    record Query(
            String tenant,
            @Nullable String activation,
            @Nullable String principal,
            @Nullable String group,
            @Nullable String target,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long after,
            int limit) {}
}
