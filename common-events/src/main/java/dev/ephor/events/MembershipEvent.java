package dev.ephor.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code ephor.memberships} (written by membership-service): windows, and what the directory
 * confirmed.
 *
 * <p>{@code generation} counts the changes of what is wanted for a key. A consumer that has acted
 * on a generation ignores every smaller one, so a late grant never revives an ended window and an
 * old removal never undoes a new grant.
 */
public sealed interface MembershipEvent extends Event.AboutMembership
        permits MembershipEvent.OfActivation, DriftEvent {

    /** One that is about an activation. */
    sealed interface OfActivation extends MembershipEvent {
        String activationId();

        long generation();
    }

    /** The window began; the directory is being told. */
    @EventType("dev.ephor.window.opened.v1")
    record WindowOpened(
            MembershipKey key, String activationId, long generation, Instant start, Instant end)
            implements OfActivation {}

    /** The directory was read back and has the membership. */
    @EventType("dev.ephor.activation.granted.v1")
    record ActivationGranted(
            MembershipKey key,
            String activationId,
            long generation,
            Instant end,
            Instant confirmedAt)
            implements OfActivation {}

    /**
     * A window closed. What it says of the membership depends on the other live grants of the key.
     */
    sealed interface WindowClosed extends OfActivation {
        /** When the window closed. */
        Instant closedAt();

        /** Whether no other grant of the key is live, so that the membership has to go. */
        boolean membershipEnds();
    }

    /**
     * The end of the window passed.
     *
     * @param end when it was due; {@code closedAt} minus this is the lateness of the decision
     */
    @EventType("dev.ephor.activation.expired.v1")
    record ActivationExpired(
            MembershipKey key,
            String activationId,
            long generation,
            Instant end,
            Instant closedAt,
            boolean membershipEnds)
            implements WindowClosed {}

    /** The requester gave it back. */
    @EventType("dev.ephor.activation.deactivated.v1")
    record ActivationDeactivated(
            MembershipKey key,
            String activationId,
            long generation,
            String requestedBy,
            Instant closedAt,
            boolean membershipEnds)
            implements WindowClosed {}

    /**
     * Somebody or something took it away, before or after it began.
     *
     * @param revokedBy who or what: a principal, a producer of signals, or {@code ephor}
     */
    @EventType("dev.ephor.activation.revoked.v1")
    record ActivationRevoked(
            MembershipKey key,
            String activationId,
            long generation,
            String revokedBy,
            String reason,
            Instant closedAt,
            boolean membershipEnds)
            implements WindowClosed {}

    /**
     * The directory was read back and no longer has the membership.
     *
     * @param activationId the activation whose close ended the membership
     * @param wantedSince when the removal became due; {@code confirmedAt} minus this is the
     *     overstay at the directory
     */
    @EventType("dev.ephor.membership.removed.v1")
    record MembershipRemoved(
            MembershipKey key,
            String activationId,
            long generation,
            Instant wantedSince,
            Instant confirmedAt)
            implements OfActivation {}

    /**
     * The directory does not do what is wanted; it is tried further, and a person has to look.
     *
     * @param change what is wanted
     * @param attempts how often it was tried; 0: it only waited, which is as bad for a removal
     * @param lastAnswer what the directory said last; null: nothing yet
     */
    @EventType("dev.ephor.membership.stuck.v1")
    record MembershipStuck(
            MembershipKey key,
            String activationId,
            long generation,
            Change change,
            int attempts,
            @Nullable String lastAnswer,
            Instant since)
            implements OfActivation {}

    /**
     * A person closed a removal that was stuck: the membership is gone, they say, and how they
     * know. It stands for {@link MembershipRemoved}, which says that Ephor itself read it back.
     *
     * @param evidence one sentence, for the log
     */
    @EventType("dev.ephor.membership.stuck-closed.v1")
    record StuckClosed(
            MembershipKey key,
            String activationId,
            long generation,
            String closedBy,
            String evidence,
            Instant wantedSince,
            Instant closedAt)
            implements OfActivation {}
}
