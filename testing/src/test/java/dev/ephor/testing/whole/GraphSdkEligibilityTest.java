package dev.ephor.testing.whole;

import static com.microsoft.graph.models.ScheduleRequestActions.AdminAssign;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminExtend;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminRemove;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminRenew;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminUpdate;
import static com.microsoft.graph.models.ScheduleRequestActions.SelfExtend;
import static com.microsoft.graph.models.ScheduleRequestActions.SelfRenew;
import static dev.ephor.testing.whole.Walk.HOUR;
import static dev.ephor.testing.whole.Walk.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequest;
import com.microsoft.graph.models.ScheduleRequestActions;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** The life of eligibilities through Microsoft's Graph SDK. */
class GraphSdkEligibilityTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final GraphClient admin = Walk.admin();

    private static PrivilegedAccessGroupEligibilityScheduleRequest wish(
            ScheduleRequestActions action, GraphClient holder, OffsetDateTime end) {
        return Wishes.eligibility(action, holder.person(), SdkWorld.EASY.id(), end);
    }

    private static OffsetDateTime end(GraphClient holder) {
        return holder.eligibilities().getFirst().getScheduleInfo().getExpiration().getEndDateTime();
    }

    private static String status(GraphClient client, String request) {
        return client.pim()
                .eligibilityScheduleRequests()
                .byPrivilegedAccessGroupEligibilityScheduleRequestId(request)
                .get()
                .getStatus();
    }

    @Test
    void an_eligibility_is_a_schedule_and_an_instance() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        String mine = Walk.ofPerson(holder.person());
        var pim = admin.pim();

        // When
        var schedule =
                pim.eligibilitySchedules()
                        .get(c -> c.queryParameters.filter = mine)
                        .getValue()
                        .getFirst();
        var instance =
                pim.eligibilityScheduleInstances()
                        .get(c -> c.queryParameters.filter = mine)
                        .getValue()
                        .getFirst();

        // Then
        assertThat(
                        pim.eligibilitySchedules()
                                .byPrivilegedAccessGroupEligibilityScheduleId(schedule.getId())
                                .get()
                                .getCreatedUsing())
                .isEqualTo(schedule.getCreatedUsing());
        assertThat(instance.getEligibilityScheduleId()).isEqualTo(schedule.getId());
        assertThat(
                        pim.eligibilityScheduleInstances()
                                .byPrivilegedAccessGroupEligibilityScheduleInstanceId(
                                        instance.getId())
                                .get()
                                .getEndDateTime())
                .isEqualTo(end(holder));
        assertThat(
                        holder.pim()
                                .eligibilityScheduleInstances()
                                .filterByCurrentUserWithOn("principal")
                                .get()
                                .getValue())
                .hasSize(1);
    }

    @Test
    void an_eligibility_of_the_future_is_a_schedule_without_an_instance() {
        // Given
        GraphClient holder = GraphClient.of(SdkWorld.someone());
        var wish = wish(AdminAssign, holder, Walk.in(DAY.multipliedBy(30)));
        wish.getScheduleInfo().setStartDateTime(Walk.in(DAY));

        // When
        admin.ask(wish);

        // Then
        assertThat(holder.eligibilities()).hasSize(1);
        assertThat(
                        holder.pim()
                                .eligibilityScheduleInstances()
                                .filterByCurrentUserWithOn("principal")
                                .get()
                                .getValue())
                .isEmpty();
        assertThat(Walk.refused(() -> holder.activate(SdkWorld.EASY, HOUR)).getError().getMessage())
                .contains("EligibilityRule");
    }

    @Test
    void an_admin_shortens_lengthens_and_ends_it() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        OffsetDateTime sooner = Walk.in(DAY.multipliedBy(3));
        OffsetDateTime later = Walk.in(DAY.multipliedBy(60));

        // When
        String updated = admin.ask(wish(AdminUpdate, holder, sooner)).getStatus();
        OffsetDateTime shortened = end(holder);
        String extended = admin.ask(wish(AdminExtend, holder, later)).getStatus();
        OffsetDateTime lengthened = end(holder);
        var removal = wish(AdminRemove, holder, later);
        removal.setScheduleInfo(null);
        String removed = admin.ask(removal).getStatus();

        // Then
        assertThat(shortened).isEqualTo(sooner);
        assertThat(lengthened).isEqualTo(later);
        assertThat(holder.eligibilities()).isEmpty();
        assertThat(updated).isEqualTo("Provisioned");
        assertThat(extended).isEqualTo("Provisioned");
        assertThat(removed).isEqualTo("Revoked");
    }

    @Test
    void what_has_ended_is_asked_for_again_and_renewed_by_an_admin() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY, Walk.in(Duration.ofSeconds(6)));
        await().atMost(PATIENCE).until(() -> holder.eligibilities().isEmpty());
        OffsetDateTime end = Walk.in(DAY.multipliedBy(10));
        var asked = holder.ask(wish(SelfRenew, holder, end));

        // When
        var renewed = admin.ask(wish(AdminRenew, holder, end));

        // Then
        assertThat(asked.getStatus()).isEqualTo("PendingAdminDecision");
        assertThat(renewed.getStatus()).isEqualTo("Provisioned");
        assertThat(status(holder, asked.getId())).isEqualTo("Provisioned");
        assertThat(end(holder)).isEqualTo(end);
    }

    @Test
    void what_no_admin_has_decided_can_be_withdrawn_once() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        String id = holder.ask(wish(SelfExtend, holder, Walk.in(DAY.multipliedBy(40)))).getId();
        var request =
                holder.pim()
                        .eligibilityScheduleRequests()
                        .byPrivilegedAccessGroupEligibilityScheduleRequestId(id);
        String twice =
                Walk.code(
                        () -> holder.ask(wish(SelfExtend, holder, Walk.in(DAY.multipliedBy(50)))));

        // When
        request.cancel().post();
        String again = Walk.code(() -> request.cancel().post());

        // Then
        assertThat(twice).isEqualTo("PendingRoleAssignmentRequest");
        assertThat(status(admin, id)).isEqualTo("Canceled");
        assertThat(again).isEqualTo("RequestCannotBeCancelled");
    }

    @Test
    void what_is_active_ends_with_the_eligibility_it_hangs_on() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        String id = holder.activate(SdkWorld.EASY, HOUR).getId();
        await().atMost(PATIENCE).until(() -> holder.request(id).getStatus().equals("Provisioned"));
        var removal = wish(AdminRemove, holder, Walk.in(DAY));
        removal.setScheduleInfo(null);

        // When
        admin.ask(removal);

        // Then
        Walk.awaitInstances(holder, 0);
        await().atMost(PATIENCE)
                .until(
                        () ->
                                !SharedPlatform.get()
                                        .entra()
                                        .isMember(SdkWorld.EASY.id(), holder.person().id()));
    }
}
