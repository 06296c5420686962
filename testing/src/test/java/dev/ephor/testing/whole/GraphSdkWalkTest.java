package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static dev.ephor.testing.whole.Walk.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.ApprovalStage;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.models.odataerrors.ODataError;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** PIM for Groups through Microsoft's Graph SDK, at the one address of the whole platform. */
class GraphSdkWalkTest {
    private static final OffsetDateTime MONTH =
            OffsetDateTime.now(ZoneOffset.UTC).plusDays(30).truncatedTo(ChronoUnit.SECONDS);
    private static final OffsetDateTime WEEK = MONTH.minusDays(23);

    private final GraphClient admin = Walk.admin();
    private final Inbox approver = Inbox.of(World.APPROVER_B);

    @Test
    void an_admin_makes_somebody_eligible_who_then_finds_it() {
        // Given
        Person person = SdkWorld.someone();

        // When
        var request = admin.makeEligible(person, SdkWorld.STRICT, MONTH);

        // Then
        assertThat(request.getStatus()).isEqualTo("Provisioned");
        var found = GraphClient.of(person).eligibilities();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getGroupId()).isEqualTo(SdkWorld.STRICT.id());
        assertThat(found.getFirst().getId()).isEqualTo(request.getTargetScheduleId());
        assertThat(found.getFirst().getScheduleInfo().getExpiration().getEndDateTime())
                .isEqualTo(MONTH);
    }

    @Test
    void a_rehearsal_tells_what_would_be_and_leaves_nothing() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        var rehearsal = Wishes.activation(holder.person(), SdkWorld.STRICT.id(), HOUR);
        rehearsal.setIsValidationOnly(true);

        // When
        var answer = holder.pim().assignmentScheduleRequests().post(rehearsal);

        // Then
        assertThat(answer.getIsValidationOnly()).isTrue();
        assertThat(
                        holder.pim()
                                .assignmentScheduleRequests()
                                .filterByCurrentUserWithOn("principal")
                                .get()
                                .getValue())
                .isEmpty();
    }

    @Test
    void an_approver_finds_a_request_in_the_inbox_and_decides_its_stage() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        var request = holder.activate(SdkWorld.STRICT, HOUR);
        ApprovalStage stage = approver.waiting(request.getApprovalId());

        // When
        approver.decide(request.getApprovalId(), stage, "Approve", "on call this week");

        // Then
        await().atMost(PATIENCE)
                .until(() -> holder.request(request.getId()).getStatus().equals("Provisioned"));
        Walk.awaitInstances(holder, 1);
        assertThat(request.getStatus()).isEqualTo("PendingApproval");
        assertThat(stage.getStatus()).isEqualTo("InProgress");
        assertThat(stage.getAssignedToMe()).isTrue();
        assertThat(approver.ids()).doesNotContain(request.getApprovalId());
    }

    @Test
    void an_activation_is_a_schedule_and_an_instance_until_it_is_given_back() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        String mine = "principalId eq '%s'".formatted(holder.person().id());
        var request = holder.activate(SdkWorld.EASY, HOUR);
        Walk.awaitInstances(holder, 1);
        var schedules =
                holder.pim().assignmentSchedules().get(c -> c.queryParameters.filter = mine);

        // When
        var revocation = holder.giveBack(SdkWorld.EASY);

        // Then
        assertThat(schedules.getValue()).hasSize(1);
        assertThat(schedules.getValue().getFirst().getId())
                .isEqualTo(request.getTargetScheduleId());
        assertThat(schedules.getValue().getFirst().getAssignmentType()).hasToString("Activated");
        assertThat(revocation.getStatus()).isEqualTo("Revoked");
        Walk.awaitInstances(holder, 0);
    }

    @Test
    void what_is_pending_can_be_canceled_once() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);
        String id = holder.activate(SdkWorld.STRICT, HOUR).getId();
        var request =
                holder.pim()
                        .assignmentScheduleRequests()
                        .byPrivilegedAccessGroupAssignmentScheduleRequestId(id);

        // When
        request.cancel().post();
        var again = catchThrowableOfType(ODataError.class, () -> request.cancel().post());

        // Then
        assertThat(request.get().getStatus()).isEqualTo("Canceled");
        assertThat(again.getError().getCode()).isEqualTo("RequestCannotBeCancelled");
    }

    @Test
    void the_holder_asks_for_more_time_near_the_end_and_an_admin_grants_it() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY, WEEK);
        String group = SdkWorld.EASY.id();
        OffsetDateTime later = WEEK.plusDays(14);
        var wish =
                Wishes.eligibility(
                        ScheduleRequestActions.SelfExtend, holder.person(), group, later);
        var asked = holder.pim().eligibilityScheduleRequests().post(wish);

        // When
        var granted =
                admin.pim()
                        .eligibilityScheduleRequests()
                        .post(
                                Wishes.eligibility(
                                        ScheduleRequestActions.AdminExtend,
                                        holder.person(),
                                        group,
                                        later));

        // Then
        assertThat(asked.getStatus()).isEqualTo("PendingAdminDecision");
        assertThat(granted.getStatus()).isEqualTo("Provisioned");
        var found = holder.eligibilities();
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getScheduleInfo().getExpiration().getEndDateTime())
                .isEqualTo(later);
    }
}
