package dev.ephor.membership.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One approved activation whose window has not closed.
 *
 * @param eligibilityId what it hangs on; null: nothing
 * @param start from when on it gives the membership
 * @param end until when, exclusive
 * @param approvedAt orders it among approvals that come again
 * @param tenure what else bounds it; null: nothing
 */
public record Grant(
        String activationId,
        @Nullable String eligibilityId,
        Instant start,
        Instant end,
        Instant approvedAt,
        @Nullable Tenure tenure,
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
                approved.tenure(),
                Stage.SCHEDULED);
    }

    Grant opened() {
        return at(Stage.OPEN);
    }

    /**
     * @param until the end, as {@link #endIfConfirmed} gave it
     */
    Grant granted(Instant until) {
        return new Grant(
                activationId, eligibilityId, start, until, approvedAt, tenure, Stage.GRANTED);
    }

    /** When it ends if the directory has it from this instant on. */
    Instant endIfConfirmed(Instant confirmed) {
        if (tenure == null || tenure.fromConfirmation() == null) {
            return end;
        }
        Instant counted = confirmed.plus(tenure.fromConfirmation());
        Instant latest = tenure.latestEnd();
        return latest != null && latest.isBefore(counted) ? latest : counted;
    }

    /** Whether it ends when its eligibility is lost. */
    boolean hangsOn(String eligibility) {
        return eligibility.equals(eligibilityId)
                && (tenure == null || !tenure.outlivesEligibility());
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
        return new Grant(activationId, eligibilityId, start, end, approvedAt, tenure, next);
    }
}
