package dev.ephor.events;

import java.time.Instant;

/**
 * {@code ephor.provisioning} (written by provisioning-service): what targets were told, what
 * reading them back showed, and whether they answer.
 */
public sealed interface ProvisioningEvent extends Event
        permits ProvisioningEvent.OfMembership, TargetEvent {

    /** One that is about a membership. */
    sealed interface OfMembership extends ProvisioningEvent, Event.AboutMembership
            permits OfActivation, TargetDriftEvent {}

    /** One that is about an activation. */
    sealed interface OfActivation extends OfMembership {
        String activationId();
    }

    /** The target was read back and is as wanted. */
    @EventType("dev.ephor.provisioning.confirmed.v1")
    record ProvisioningConfirmed(
            MembershipKey key,
            String activationId,
            long generation,
            String target,
            Change change,
            int attempts,
            Instant confirmedAt)
            implements OfActivation {}

    /**
     * A try failed and will be made again.
     *
     * @param attempts tries so far
     * @param reason one line: what was tried and what came back
     */
    @EventType("dev.ephor.provisioning.retried.v1")
    record ProvisioningRetried(
            MembershipKey key,
            String activationId,
            long generation,
            String target,
            Change change,
            int attempts,
            String reason,
            Instant retryAt)
            implements OfActivation {}

    /** The target does not do what is wanted; it is tried further, and a person has to look. */
    @EventType("dev.ephor.provisioning.stuck.v1")
    record ProvisioningStuck(
            MembershipKey key,
            String activationId,
            long generation,
            String target,
            Change change,
            int attempts,
            String reason,
            Instant since)
            implements OfActivation {}

    /** The directory and every target confirmed the access. */
    @EventType("dev.ephor.activation.active.v1")
    record ActivationActive(MembershipKey key, String activationId, Instant activeAt)
            implements OfActivation {}

    /**
     * The window is closed, and what had to go is confirmed gone from the directory and every
     * target.
     */
    @EventType("dev.ephor.activation.ended.v1")
    record ActivationEnded(MembershipKey key, String activationId, Instant endedAt)
            implements OfActivation {}
}
