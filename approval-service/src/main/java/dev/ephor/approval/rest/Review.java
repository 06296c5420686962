package dev.ephor.approval.rest;

import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.approval.domain.AskedStage;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a stage stands, in Graph's words.
 *
 * @param status {@code Initializing}, {@code InProgress}, {@code Completed} or {@code Expired}
 * @param result {@code NotReviewed}, {@code Approve} or {@code Deny}
 * @param decision the one that completed it; null: none did
 */
record Review(
        String status, String result, @Nullable Decision decision, @Nullable Instant reviewedAt) {

    /**
     * @param stage one that was opened
     */
    static Review of(Asked approval, AskedStage stage) {
        boolean isCurrent = stage.equals(approval.course().current());
        return isCurrent ? current(approval) : passed(stage);
    }

    /** A stage that was not opened yet, or never will be. */
    static Review unopened(Asked approval) {
        return switch (approval) {
            case Closed(_, ApprovalLapsed _) -> unreviewed("Expired");
            case Closed _ -> unreviewed("Completed");
            default -> unreviewed("Initializing");
        };
    }

    Optional<String> reason() {
        return Optional.ofNullable(decision).flatMap(d -> Optional.ofNullable(d.reason()));
    }

    private static Review passed(AskedStage stage) {
        var last = stage.given().getLast();
        return new Review("Completed", "Approve", last.decision(), last.givenAt());
    }

    private static Review current(Asked approval) {
        return switch (approval) {
            case Closed(_, ActivationApproved approved) ->
                    new Review(
                            "Completed",
                            "Approve",
                            approved.decisions().getLast(),
                            approved.approvedAt());
            case Closed(_, ActivationDenied denied) ->
                    new Review("Completed", "Deny", denied.decision(), denied.deniedAt());
            case Closed(_, ApprovalLapsed _) -> unreviewed("Expired");
            // What was withdrawn.
            case Closed _ -> unreviewed("Completed");
            default -> unreviewed("InProgress");
        };
    }

    private static Review unreviewed(String status) {
        return new Review(status, "NotReviewed", null, null);
    }
}
