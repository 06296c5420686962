package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.approval.domain.Refusal.AlreadyDecided;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Instant;
import java.util.Optional;

/**
 * What is decided is decided: the whole approval, an earlier stage, and each person's own vote in
 * any stage.
 */
final class NobodyMustHaveDecidedBefore implements DecisionRule {
    @Override
    public Optional<Refusal> check(Decide decision, Asked approval) {
        return byAll(approval)
                .or(() -> bySelf(decision, approval.course()))
                .or(() -> byEarlierStage(decision, approval.course()))
                .map(decided -> decided);
    }

    private static Optional<AlreadyDecided> byAll(Asked approval) {
        return switch (approval) {
            case Closed(_, ActivationApproved approved) when !approved.decisions().isEmpty() ->
                    decided(approved.decisions().getLast(), true, approved.approvedAt());
            case Closed(_, ActivationDenied denied) ->
                    decided(denied.decision(), false, denied.deniedAt());
            default -> Optional.empty();
        };
    }

    private static Optional<AlreadyDecided> bySelf(Decide decision, Course course) {
        return course.voteOf(decision.by().principal())
                .flatMap(NobodyMustHaveDecidedBefore::agreed);
    }

    private static Optional<AlreadyDecided> byEarlierStage(Decide decision, Course course) {
        return course.stages().stream()
                .filter(stage -> !stage.equals(course.current()))
                .filter(stage -> stage.id().equals(decision.stageId()))
                .findFirst()
                .flatMap(stage -> agreed(stage.given().getLast()));
    }

    private static Optional<AlreadyDecided> agreed(ApprovalGiven vote) {
        return decided(vote.decision(), true, vote.givenAt());
    }

    private static Optional<AlreadyDecided> decided(
            Decision decision, boolean approved, Instant at) {
        return Optional.of(new AlreadyDecided(decision.approver(), approved, at));
    }
}
