package dev.ephor.approval.application;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where approvals are kept. */
public interface Approvals {

    Optional<Approval> find(String activationId);

    /** Those that exist, by activation id, in one round trip. */
    Map<String, Approval> find(Collection<String> activationIds);

    /**
     * Keeps changes, in the transaction that loaded what they change, in few round trips.
     *
     * @throws dev.ephor.kit.journal.VersionConflict when somebody else changed the same since
     */
    void save(List<Change> changes);

    /** The activation ids of those whose time to decide is over. */
    List<String> due(Instant now);

    /** When the next one is due after an instant; empty when none waits. */
    Optional<Instant> nextDue(Instant after);
}
