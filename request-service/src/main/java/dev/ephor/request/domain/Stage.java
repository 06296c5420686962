package dev.ephor.request.domain;

/** What an activation passes on its way; a way may leave some out. In the order of the way. */
public enum Stage {
    REQUESTED("requested"),
    APPROVAL_OPENED("approvalOpened"),
    APPROVAL_GIVEN("approvalGiven"),
    APPROVAL_REMINDED("approvalReminded"),
    APPROVAL_ESCALATED("approvalEscalated"),
    DENIED("denied"),
    APPROVAL_LAPSED("approvalLapsed"),
    APPROVED("approved"),
    WINDOW_OPENED("windowOpened"),
    GRANTED("granted"),
    TARGET_CONFIRMED("targetConfirmed"),
    ACTIVE("active"),
    DEACTIVATION_REQUESTED("deactivationRequested"),
    REVOCATION_REQUESTED("revocationRequested"),
    CANCELED("canceled"),
    EXPIRED("expired"),
    DEACTIVATED("deactivated"),
    REVOKED("revoked"),
    REMOVED("removed"),
    TARGET_WITHDRAWN("targetWithdrawn"),
    ENDED("ended"),
    RETRIED("retried"),
    STUCK("stuck");

    private final String text;

    Stage(String text) {
        this.text = text;
    }

    /** As people and programs read it: camelCase. */
    public String text() {
        return text;
    }

    /** Whether it can come again, and the newest time tells more than the first. */
    boolean recurs() {
        return this == APPROVAL_REMINDED || this == RETRIED || this == STUCK;
    }

    /** Whether it can come once from each person. */
    boolean isPersonal() {
        return this == APPROVAL_GIVEN;
    }

    /** Whether it can only come after an approval. */
    boolean followsApproval() {
        return compareTo(APPROVED) >= 0 && compareTo(ACTIVE) <= 0;
    }

    /** Whether it is what closes a window. */
    boolean isClosing() {
        return this == EXPIRED || this == DEACTIVATED || this == REVOKED;
    }

    /** Whether no access can come of the activation any more. */
    boolean isOver() {
        return switch (this) {
            case DENIED,
                    APPROVAL_LAPSED,
                    DEACTIVATION_REQUESTED,
                    REVOCATION_REQUESTED,
                    CANCELED,
                    EXPIRED,
                    DEACTIVATED,
                    REVOKED,
                    ENDED ->
                    true;
            default -> false;
        };
    }
}
