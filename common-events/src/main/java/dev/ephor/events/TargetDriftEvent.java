package dev.ephor.events;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Drift at a target: it has a membership that Ephor did not provision, or lacks one that it did.
 * The words are those of {@link DriftEvent}; one drift has one id from its detection to its end.
 * Where a member is one of the target's own, of whom nobody knows whom of the directory they are,
 * the key's principal is the target's id of them.
 */
public sealed interface TargetDriftEvent extends ProvisioningEvent.OfMembership {
    String driftId();

    String target();

    Difference kind();

    /**
     * Drift was found, or what is to be done about it has changed.
     *
     * @param revertAt when Ephor reverts it; null: it does not
     */
    @EventType("dev.ephor.target-drift.detected.v1")
    record TargetDriftDetected(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            @Nullable Instant revertAt,
            Instant detectedAt)
            implements TargetDriftEvent {}

    /**
     * The grace is over and the target is being told.
     *
     * @param generation of what is wanted
     */
    @EventType("dev.ephor.target-drift.revert-begun.v1")
    record TargetRevertBegun(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            long generation,
            Instant begunAt)
            implements TargetDriftEvent {}

    /** A person stopped the revert before it began; the drift stays, and stays reported. */
    @EventType("dev.ephor.target-drift.revert-stopped.v1")
    record TargetRevertStopped(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            String stoppedBy,
            String reason,
            Instant stoppedAt)
            implements TargetDriftEvent {}

    /**
     * A try to revert it failed and will be made again.
     *
     * @param attempts tries so far
     * @param reason one line: what was tried and what came back
     */
    @EventType("dev.ephor.target-drift.revert-retried.v1")
    record TargetRevertRetried(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            int attempts,
            String reason,
            Instant retryAt)
            implements TargetDriftEvent {}

    /**
     * The target does not do it; it is tried further, and a person has to look.
     *
     * @param attempts how often it was tried
     * @param lastAnswer what came back last
     */
    @EventType("dev.ephor.target-drift.revert-stuck.v1")
    record TargetRevertStuck(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            int attempts,
            String lastAnswer,
            Instant since)
            implements TargetDriftEvent {}

    /**
     * Target and Ephor no longer differ, or not in this way.
     *
     * @param endedBy the person who accepted it; null: nobody did
     * @param reason what they said
     */
    @EventType("dev.ephor.target-drift.ended.v1")
    record TargetDriftEnded(
            MembershipKey key,
            String driftId,
            String target,
            Difference kind,
            Outcome outcome,
            @Nullable String endedBy,
            @Nullable String reason,
            Instant detectedAt,
            Instant endedAt)
            implements TargetDriftEvent {}
}
