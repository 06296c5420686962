package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static dev.ephor.testing.whole.Walk.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.ApprovalStage;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.kiota.serialization.UntypedArray;
import com.microsoft.kiota.serialization.UntypedObject;
import com.microsoft.kiota.serialization.UntypedString;
import dev.ephor.quickstart.world.World;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Stages, decisions and those who may not decide, through Microsoft's Graph SDK. */
class GraphSdkApprovalsTest {
    private final Inbox approver = Inbox.of(World.APPROVER_B);
    private final Inbox admin = Inbox.of(World.ADMIN);

    private static void awaitStatus(GraphClient holder, String request, String status) {
        await().atMost(PATIENCE).until(() -> holder.request(request).getStatus(), status::equals);
    }

    /** Of all stages; the SDK has no model for what Ephor adds. */
    private static List<String> approvers(PrivilegedAccessGroupAssignmentScheduleRequest answer) {
        var panels = (UntypedArray) answer.getAdditionalData().get("ephorApprovers");
        return StreamSupport.stream(panels.getValue().spliterator(), false)
                .map(panel -> ((UntypedObject) panel).getValue().get("principals"))
                .flatMap(
                        people ->
                                StreamSupport.stream(
                                        ((UntypedArray) people).getValue().spliterator(), false))
                .map(person -> ((UntypedString) person).getValue())
                .toList();
    }

    @Test
    void the_requester_reads_who_denied_and_why() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        String id = holder.activate(SdkWorld.STRICT, HOUR).getId();

        // When
        approver.decide(id, approver.waiting(id), "Deny", "not in the freeze");

        // Then
        awaitStatus(holder, id, "Denied");
        ApprovalStage stage = new Inbox(holder).stages(id).getFirst();
        assertThat(stage.getStatus()).isEqualTo("Completed");
        assertThat(stage.getReviewResult()).isEqualTo("Deny");
        assertThat(stage.getJustification()).isEqualTo("not in the freeze");
        assertThat(stage.getReviewedBy().getId()).isEqualTo(World.APPROVER_B.id());
        assertThat(stage.getReviewedDateTime()).isNotNull();
        assertThat(holder.instances()).isEmpty();
    }

    @Test
    void two_stages_are_asked_one_after_the_other() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.TWICE);
        String id = holder.activate(SdkWorld.TWICE, HOUR).getId();
        ApprovalStage first = approver.waiting(id);
        List<ApprovalStage> before = approver.stages(id);

        // When
        approver.decide(id, first, "Approve", "on call this week");
        ApprovalStage second = admin.waiting(id);
        String between = holder.request(id).getStatus();
        admin.decide(id, second, "Approve", "agreed");

        // Then
        assertThat(before)
                .extracting(ApprovalStage::getStatus)
                .containsExactly("InProgress", "Initializing");
        assertThat(between).isEqualTo("PendingApproval");
        assertThat(second.getId()).isNotEqualTo(first.getId());
        awaitStatus(holder, id, "Provisioned");
        assertThat(admin.stages(id))
                .extracting(ApprovalStage::getReviewResult)
                .containsExactly("Approve", "Approve");
    }

    @Test
    void only_who_was_asked_decides_and_only_once() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        GraphClient stranger = GraphClient.of(SdkWorld.someone());
        String id = holder.activate(SdkWorld.STRICT, HOUR).getId();
        ApprovalStage stage = approver.waiting(id);

        // When
        var own = Walk.refused(() -> new Inbox(holder).decide(id, stage, "Approve", "mine"));
        var foreign = Walk.refused(() -> new Inbox(stranger).decide(id, stage, "Approve", "hm"));
        approver.decide(id, stage, "Approve", "on call this week");
        var again = Walk.refused(() -> approver.decide(id, stage, "Deny", "on second thought"));

        // Then
        assertThat(own.getResponseStatusCode()).isEqualTo(403);
        assertThat(foreign.getResponseStatusCode()).isEqualTo(404);
        assertThat(again.getResponseStatusCode()).isEqualTo(409);
        assertThat(again.getError().getMessage()).contains("already decided by you");
        awaitStatus(holder, id, "Provisioned");
    }

    @Test
    void an_approval_is_found_by_everybody_whom_it_concerns() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        String id = holder.activate(SdkWorld.STRICT, HOUR).getId();
        approver.waiting(id);

        // When
        var asRequests =
                approver.approver()
                        .pim()
                        .assignmentScheduleRequests()
                        .filterByCurrentUserWithOn("approver");

        // Then
        assertThat(new Inbox(holder).ids("target")).containsExactly(id);
        assertThat(new Inbox(holder).ids("createdBy")).containsExactly(id);
        assertThat(new Inbox(holder).ids()).isEmpty();
        await().atMost(PATIENCE)
                .until(
                        () ->
                                asRequests.get().getValue().stream()
                                        .anyMatch(r -> r.getId().equals(id)));
    }

    @Test
    void a_rehearsal_tells_who_would_approve() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.TWICE);
        var rehearsal = Wishes.activation(holder.person(), SdkWorld.TWICE.id(), HOUR);
        rehearsal.setIsValidationOnly(true);

        // When
        var answer = holder.ask(rehearsal);

        // Then
        assertThat(approvers(answer)).containsExactly(World.APPROVER_B.id(), World.ADMIN.id());
        assertThat(answer.getId()).isNull();
    }

    @Test
    void what_was_canceled_waits_for_nobody() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        String id = holder.activate(SdkWorld.STRICT, HOUR).getId();
        ApprovalStage stage = approver.waiting(id);

        // When
        holder.pim()
                .assignmentScheduleRequests()
                .byPrivilegedAccessGroupAssignmentScheduleRequestId(id)
                .cancel()
                .post();

        // Then
        await().atMost(PATIENCE).until(() -> !approver.ids().contains(id));
        assertThat(
                        Walk.refused(() -> approver.decide(id, stage, "Approve", "late"))
                                .getResponseStatusCode())
                .isEqualTo(409);
    }
}
