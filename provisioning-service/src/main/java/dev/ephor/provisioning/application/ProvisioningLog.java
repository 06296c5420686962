package dev.ephor.provisioning.application;

import dev.ephor.connector.Exchange;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was sent, what came back, how often and how long; nothing in it is ever changed. */
public interface ProvisioningLog {

    /**
     * @param calls those that the entries name
     */
    void append(List<LogEntry> entries, Collection<TargetCall> calls);

    /** One entry; empty where the tenant has none of this id. */
    Optional<LogEntry> find(String tenant, long id);

    /** What was exchanged in a call, in order. */
    List<Exchange> exchanges(String call);

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
            Verdict.@Nullable Kind outcome,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long after,
            int limit) {}
}
