package dev.ephor.request.domain;

/** Where an activation is, in Ephor's own words. */
public enum State {
    REQUESTED("requested"),
    PENDING_APPROVAL("pendingApproval"),
    APPROVED("approved"),
    GRANTING("granting"),
    PROVISIONING("provisioning"),
    ACTIVE("active"),
    WITHDRAWING("withdrawing"),
    ENDED("ended"),
    DENIED("denied"),
    LAPSED("lapsed"),
    CANCELED("canceled");

    private final String text;

    State(String text) {
        this.text = text;
    }

    /** As people and programs read it: camelCase. */
    public String text() {
        return text;
    }

    static State of(Activation activation) {
        Progress progress = activation.progress();
        if (progress.has(Stage.DENIED)) {
            return DENIED;
        }
        if (progress.has(Stage.APPROVAL_LAPSED)) {
            return LAPSED;
        }
        return activation.isOver() ? over(progress) : underway(activation);
    }

    /** Given back or taken away before it began, it is canceled: nothing has to be withdrawn. */
    private static State over(Progress progress) {
        boolean began =
                progress.has(Stage.WINDOW_OPENED, Stage.GRANTED, Stage.ACTIVE, Stage.EXPIRED);
        if (progress.has(Stage.ENDED)) {
            return began ? ENDED : CANCELED;
        }
        return began ? WITHDRAWING : CANCELED;
    }

    private static State underway(Activation activation) {
        Progress progress = activation.progress();
        if (progress.has(Stage.ACTIVE)) {
            return ACTIVE;
        }
        if (progress.has(Stage.GRANTED, Stage.TARGET_CONFIRMED)) {
            return PROVISIONING;
        }
        if (progress.has(Stage.WINDOW_OPENED)) {
            return GRANTING;
        }
        if (progress.has(Stage.APPROVED)) {
            return APPROVED;
        }
        return activation.needsApproval() ? PENDING_APPROVAL : REQUESTED;
    }
}
