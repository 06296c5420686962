package dev.ephor.testing.whole;

import static org.awaitility.Awaitility.await;

import com.microsoft.graph.identitygovernance.privilegedaccess.group.assignmentapprovals.item.ApprovalItemRequestBuilder;
import com.microsoft.graph.models.ApprovalStage;
import com.microsoft.graph.models.Entity;
import dev.ephor.quickstart.world.Person;
import java.util.List;

/** What waits for an approver, through the SDK. */
record Inbox(GraphClient approver) {

    static Inbox of(Person person) {
        return new Inbox(GraphClient.of(person));
    }

    List<String> ids() {
        return ids("approver");
    }

    List<String> ids(String on) {
        return approver
                .pim()
                .assignmentApprovals()
                .filterByCurrentUserWithOn(on)
                .get()
                .getValue()
                .stream()
                .map(Entity::getId)
                .toList();
    }

    ApprovalItemRequestBuilder approval(String id) {
        return approver.pim().assignmentApprovals().byApprovalId(id);
    }

    List<ApprovalStage> stages(String approval) {
        return approval(approval).get().getStages();
    }

    /** The stage that waits for this approver, as soon as it does. */
    ApprovalStage waiting(String approval) {
        await().atMost(Walk.PATIENCE).until(() -> ids().contains(approval));
        return stages(approval).stream()
                .filter(ApprovalStage::getAssignedToMe)
                .findFirst()
                .orElseThrow();
    }

    void decide(String approval, ApprovalStage stage, String result, String reason) {
        var decision = new ApprovalStage();
        decision.setReviewResult(result);
        decision.setJustification(reason);
        approval(approval).stages().byApprovalStageId(stage.getId()).patch(decision);
    }
}
