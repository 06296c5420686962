package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import java.time.Instant;

/**
 * One approved activation whose window has not closed.
 *
 * @param start from when on it gives the membership
 * @param end until when, exclusive
 * @param approvedAt orders it among approvals that come again
 */
public record Grant(
        String activationId,
        String eligibilityId,
        Instant start,
        Instant end,
        Instant approvedAt,
        Stage stage) {

    /** How far it is. */
    public enum Stage {
        /** Approved; its start is yet to come. */
        SCHEDULED,
        /** Live; the directory has not confirmed it. */
        OPEN,
        /** Live, and the directory was read back since it opened. */
        GRANTED
    }

    static Grant scheduled(ActivationApproved approved) {
        return new Grant(
                approved.activationId(),
                approved.eligibilityId(),
                approved.start(),
                approved.end(),
                approved.approvedAt(),
                Stage.SCHEDULED);
    }

    Grant opened() {
        return at(Stage.OPEN);
    }

    Grant granted() {
        return at(Stage.GRANTED);
    }

    public boolean live() {
        return stage != Stage.SCHEDULED;
    }

    boolean unconfirmed() {
        return stage == Stage.OPEN;
    }

    /** When time alone changes it next. */
    public Instant due() {
        return live() ? end : start;
    }

    private Grant at(Stage next) {
        return new Grant(activationId, eligibilityId, start, end, approvedAt, next);
    }
}
