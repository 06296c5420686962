package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.approval.domain.AskedStage;
import dev.ephor.approval.domain.Course;
import dev.ephor.approval.domain.Seats;
import dev.ephor.approval.domain.Setting;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.approval.domain.Standing;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Decision;
import java.util.List;

/**
 * An approval as somebody looks at it.
 *
 * @param setting who could be asked in each stage by now
 */
public record Seen(Asked approval, Setting setting, SignedIn by) {

    public Course course() {
        return approval.course();
    }

    /**
     * Who agreed in a stage that was opened, by the seats of its panels. Where the stage is over,
     * whoever agreed is seated as they stand now, in any panel where they stand in none.
     */
    public Seats agreed(AskedStage stage) {
        var current = approval instanceof Pending && stage.equals(course().current());
        return current
                ? Standing.of(approval, setting).agreed()
                : Standing.past(stage, setting.stage(stage.number())).seats(voters(stage));
    }

    /** The vote that ended the whole approval is in its outcome. */
    private List<String> voters(AskedStage stage) {
        return approval instanceof Closed(var course, ActivationApproved approved)
                        && stage.equals(course.current())
                ? approved.decisions().stream()
                        .filter(decision -> decision.stageId().equals(stage.id()))
                        .map(Decision::approver)
                        .toList()
                : stage.voters();
    }

    /** Whether their vote is waited for, and would count. */
    public boolean canDecide() {
        String person = by.principal();
        return approval instanceof Pending
                && course().isOfTenant(by)
                && course().current().silent().contains(person)
                && Standing.of(approval, setting).mayDecide(person);
    }
}
