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

    /** The activation ids of those for which something is due. */
    List<String> due(Instant now);

    /** Those that wait although this person has agreed. */
    List<Approval> waitingWithVoteOf(String tenant, String voter);

    /** When something is due next after an instant; empty when nothing waits. */
    Optional<Instant> nextDue(Instant after);
}
