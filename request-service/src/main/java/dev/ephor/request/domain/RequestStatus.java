package dev.ephor.request.domain;

/** Graph's {@code status} of a request: what came of asking, not whether access is there now. */
public enum RequestStatus {
    PENDING_APPROVAL("PendingApproval"),
    /** Of the holder of an eligibility who asks for more time. */
    PENDING_ADMIN_DECISION("PendingAdminDecision"),
    PENDING_PROVISIONING("PendingProvisioning"),
    /** Approved, for a window that opens later. */
    SCHEDULE_CREATED("ScheduleCreated"),
    /** The access was given; also after its window has expired. */
    PROVISIONED("Provisioned"),
    DENIED("Denied"),
    /** Given back or taken away before it began. */
    CANCELED("Canceled"),
    /** Given back or taken away after it began. */
    REVOKED("Revoked"),
    /** Nobody decided in time, or the window passed before the access was there. */
    FAILED("Failed");

    private final String text;

    RequestStatus(String text) {
        this.text = text;
    }

    /** As Graph writes it. */
    public String text() {
        return text;
    }

    static RequestStatus of(Activation activation) {
        Progress progress = activation.progress();
        return switch (activation.state()) {
            case REQUESTED, GRANTING, PROVISIONING -> PENDING_PROVISIONING;
            case PENDING_APPROVAL -> PENDING_APPROVAL;
            case APPROVED -> activation.opensLater() ? SCHEDULE_CREATED : PENDING_PROVISIONING;
            case ACTIVE -> PROVISIONED;
            case WITHDRAWING, ENDED -> closed(progress);
            case DENIED -> DENIED;
            case LAPSED -> FAILED;
            case CANCELED -> CANCELED;
        };
    }

    private static RequestStatus closed(Progress progress) {
        if (progress.has(
                Stage.DEACTIVATION_REQUESTED,
                Stage.REVOCATION_REQUESTED,
                Stage.DEACTIVATED,
                Stage.REVOKED)) {
            return REVOKED;
        }
        return progress.has(Stage.GRANTED, Stage.ACTIVE) ? PROVISIONED : FAILED;
    }
}
