package dev.ephor.events;

import java.time.Instant;

/**
 * {@code ephor.observations} (written and read by membership-service): what came of a call to the
 * directory. It goes through Kafka so that the topology alone, in the order of the key, says what
 * it means; other services read {@code ephor.memberships}.
 */
public sealed interface ObservationEvent extends Event.AboutMembership {
    long generation();

    /** The directory was told and read back, and is as wanted. */
    @EventType("dev.ephor.membership.observed.v1")
    record MembershipObserved(
            MembershipKey key, long generation, boolean present, int attempts, Instant observedAt)
            implements ObservationEvent {}

    /**
     * The directory could not be told, could not be read, or was not as wanted when read.
     *
     * @param attempts how often it was tried in a row
     * @param reason one line: what was tried and what came back
     */
    @EventType("dev.ephor.membership.change-failed.v1")
    record MembershipChangeFailed(
            MembershipKey key,
            long generation,
            Change change,
            int attempts,
            String reason,
            Instant failedAt)
            implements ObservationEvent {}
}
