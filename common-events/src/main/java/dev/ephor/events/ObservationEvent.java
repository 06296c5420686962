package dev.ephor.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.observations} (written and read by membership-service): what came of a call to the
 * directory, what a sweep found there, and what a person said of it. It goes through Kafka so that
 * the topology alone, in the order of the key, says what it means; other services read {@code
 * ephor.memberships}.
 */
public sealed interface ObservationEvent extends Event.AboutMembership {

    /** What came of one change. */
    sealed interface OfChange extends ObservationEvent {
        long generation();
    }

    /** What a person said, over the API. */
    sealed interface ByPerson extends ObservationEvent {
        /** Object id of the person. */
        String by();
    }

    /**
     * The directory was told and read back, and is as wanted.
     *
     * @param standing whether the membership was there before Ephor asked for it; false also where
     *     that cannot be told; null: Ephor only looked
     */
    @EventType("dev.ephor.membership.observed.v1")
    record MembershipObserved(
            MembershipKey key,
            long generation,
            boolean present,
            int attempts,
            Instant observedAt,
            @Nullable Boolean standing)
            implements OfChange {
        public MembershipObserved(
                MembershipKey key,
                long generation,
                boolean present,
                int attempts,
                Instant observedAt) {
            this(key, generation, present, attempts, observedAt, null);
        }
    }

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
            implements OfChange {}

    /**
     * A sweep found something that differs from what is wanted.
     *
     * @param sightingId becomes the drift's id, should it be drift
     * @param present whether the directory has the membership
     * @param revertAt when the group's policy wants it reverted; null: it does not
     * @param sightedAt not later than the directory was read
     */
    @EventType("dev.ephor.membership.sighted.v1")
    record MembershipSighted(
            MembershipKey key,
            String sightingId,
            boolean present,
            @Nullable Instant revertAt,
            Instant sightedAt)
            implements ObservationEvent {}

    /** What the directory has not confirmed is to be tried again now. */
    @EventType("dev.ephor.membership.retry-requested.v1")
    record RetryRequested(MembershipKey key, long generation, String by, Instant requestedAt)
            implements OfChange, ByPerson {}

    /**
     * A removal that the directory has not confirmed is done, somebody says.
     *
     * @param evidence how they know
     */
    @EventType("dev.ephor.membership.removal-attested.v1")
    record RemovalAttested(
            MembershipKey key, long generation, String by, String evidence, Instant attestedAt)
            implements OfChange, ByPerson {}

    /** A membership that Ephor did not give may stay: it is somebody else's from now on. */
    @EventType("dev.ephor.drift.accepted.v1")
    record DriftAccepted(
            MembershipKey key, String driftId, String by, String reason, Instant acceptedAt)
            implements ByPerson {}

    /** Drift is not to be reverted. */
    @EventType("dev.ephor.drift.revert-canceled.v1")
    record RevertCanceled(
            MembershipKey key, String driftId, String by, String reason, Instant canceledAt)
            implements ByPerson {}
}
