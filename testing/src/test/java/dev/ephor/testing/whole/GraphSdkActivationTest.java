package dev.ephor.testing.whole;

import static com.microsoft.graph.models.ScheduleRequestActions.AdminAssign;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminExtend;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminRemove;
import static com.microsoft.graph.models.ScheduleRequestActions.AdminUpdate;
import static com.microsoft.graph.models.ScheduleRequestActions.SelfExtend;
import static dev.ephor.testing.whole.Walk.HOUR;
import static dev.ephor.testing.whole.Walk.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentSchedule;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentType;
import com.microsoft.graph.models.ScheduleRequestActions;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Active access, given, extended, planned and taken away, through Microsoft's Graph SDK. */
class GraphSdkActivationTest {
    private final GraphClient admin = Walk.admin();

    private static PrivilegedAccessGroupAssignmentScheduleRequest wish(
            ScheduleRequestActions action, Person person, ManagedGroup group, Duration length) {
        var wish = Wishes.activation(person, group.id(), length);
        wish.setAction(action);
        return wish;
    }

    private static List<PrivilegedAccessGroupAssignmentSchedule> schedules(GraphClient holder) {
        return holder.pim()
                .assignmentSchedules()
                .filterByCurrentUserWithOn("principal")
                .get()
                .getValue();
    }

    private static void awaitStatus(GraphClient holder, String id, String status) {
        await().atMost(PATIENCE).until(() -> holder.request(id).getStatus(), status::equals);
    }

    private static boolean isMember(ManagedGroup group, Person person) {
        return SharedPlatform.get().entra().isMember(group.id(), person.id());
    }

    private static List<DirectoryEffect.Change> effects(ManagedGroup group, Person person) {
        return SharedPlatform.get().entra().journal().entries().stream()
                .map(entry -> entry.effect())
                .filter(effect -> effect.group().equals(group.id()))
                .filter(effect -> effect.principal().equals(person.id()))
                .map(DirectoryEffect::change)
                .toList();
    }

    @Test
    void an_extension_is_one_unbroken_membership() {
        // Given
        ManagedGroup group = SdkWorld.EASY;
        GraphClient holder = Walk.holder(group);
        String first = holder.activate(group, Duration.ofSeconds(12)).getId();
        awaitStatus(holder, first, "Provisioned");
        OffsetDateTime firstEnd = holder.instances().getFirst().getEndDateTime();

        // When
        var extension = holder.ask(wish(SelfExtend, holder.person(), group, HOUR));

        // Then
        await().atMost(PATIENCE)
                .until(
                        () ->
                                holder.instances().stream()
                                        .anyMatch(
                                                i ->
                                                        i.getAssignmentScheduleId()
                                                                .equals(
                                                                        extension
                                                                                .getTargetScheduleId())));
        await().atMost(PATIENCE).until(() -> holder.instances().size() == 1);
        var second = holder.instances().getFirst();
        assertThat(second.getStartDateTime()).isEqualTo(firstEnd);
        assertThat(second.getEndDateTime()).isEqualTo(firstEnd.plus(HOUR));
        awaitStatus(holder, extension.getId(), "Provisioned");
        assertThat(effects(group, holder.person())).containsExactly(DirectoryEffect.Change.ADD);
    }

    @Test
    void an_admin_gives_access_lengthens_it_and_takes_it_away() {
        // Given
        ManagedGroup group = SdkWorld.EASY;
        Person person = SdkWorld.someone();
        GraphClient holder = GraphClient.of(person);

        // When
        var given = admin.ask(wish(AdminAssign, person, group, HOUR));
        awaitStatus(holder, given.getId(), "Provisioned");
        var instance = holder.instances().getFirst();
        var updated = admin.ask(wish(AdminUpdate, person, group, HOUR.multipliedBy(2)));
        awaitStatus(holder, updated.getId(), "ScheduleCreated");
        var removed = admin.ask(Wishes.assignment(AdminRemove, person, group.id()));

        // Then
        assertThat(instance.getAssignmentType())
                .isEqualTo(PrivilegedAccessGroupAssignmentType.Assigned);
        assertThat(instance.getActivatedUsing()).isNull();
        assertThat(removed.getStatus()).isEqualTo("Revoked");
        Walk.awaitInstances(holder, 0);
        await().atMost(PATIENCE).until(() -> !isMember(group, person));
        assertThat(effects(group, person))
                .containsExactly(DirectoryEffect.Change.ADD, DirectoryEffect.Change.REMOVE);
    }

    @Test
    void an_admin_lengthens_what_somebody_activated() {
        // Given
        ManagedGroup group = SdkWorld.EASY;
        GraphClient holder = Walk.holder(group);
        awaitStatus(holder, holder.activate(group, HOUR).getId(), "Provisioned");
        OffsetDateTime end = holder.instances().getFirst().getEndDateTime();

        // When
        var extended = admin.ask(wish(AdminExtend, holder.person(), group, HOUR));

        // Then
        awaitStatus(holder, extended.getId(), "ScheduleCreated");
        assertThat(schedules(holder))
                .extracting(s -> s.getScheduleInfo().getExpiration().getEndDateTime())
                .containsExactlyInAnyOrder(end, end.plus(HOUR));
    }

    @Test
    void what_begins_later_is_a_schedule_first_and_an_instance_then() {
        // Given
        ManagedGroup group = SdkWorld.EASY;
        GraphClient holder = Walk.holder(group);
        OffsetDateTime start = Walk.in(Duration.ofSeconds(12));
        var wish = Wishes.activation(holder.person(), group.id(), HOUR);
        wish.getScheduleInfo().setStartDateTime(start);

        // When
        String id = holder.ask(wish).getId();
        awaitStatus(holder, id, "ScheduleCreated");
        int before = holder.instances().size();
        var planned = schedules(holder);

        // Then
        assertThat(before).isZero();
        assertThat(planned).hasSize(1);
        assertThat(planned.getFirst().getScheduleInfo().getStartDateTime()).isEqualTo(start);
        awaitStatus(holder, id, "Provisioned");
        assertThat(holder.instances().getFirst().getStartDateTime()).isEqualTo(start);
        assertThat(isMember(group, holder.person())).isTrue();
    }

    @Test
    void what_begins_later_can_be_canceled_before() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        var wish = Wishes.activation(holder.person(), SdkWorld.EASY.id(), HOUR);
        wish.getScheduleInfo().setStartDateTime(Walk.in(HOUR));
        String id = holder.ask(wish).getId();
        awaitStatus(holder, id, "ScheduleCreated");

        // When
        holder.pim()
                .assignmentScheduleRequests()
                .byPrivilegedAccessGroupAssignmentScheduleRequestId(id)
                .cancel()
                .post();

        // Then
        assertThat(holder.request(id).getStatus()).isEqualTo("Canceled");
        await().atMost(PATIENCE).until(() -> schedules(holder).isEmpty());
    }

    @Test
    void what_is_related_comes_along_where_it_is_asked_for() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        Person person = holder.person();
        String eligibility = holder.eligibilities().getFirst().getId();
        String id = holder.activate(SdkWorld.EASY, HOUR).getId();
        Walk.awaitInstances(holder, 1);
        String[] all = {"group", "principal", "activatedUsing"};
        String[] ofRequest = {"group", "principal", "activatedUsing", "targetSchedule"};

        // When
        var schedule =
                holder.pim()
                        .assignmentSchedules()
                        .filterByCurrentUserWithOn("principal")
                        .get(c -> c.queryParameters.expand = all)
                        .getValue()
                        .getFirst();
        var instance =
                holder.pim()
                        .assignmentScheduleInstances()
                        .byPrivilegedAccessGroupAssignmentScheduleInstanceId(schedule.getId())
                        .get(c -> c.queryParameters.expand = all);
        var request =
                holder.pim()
                        .assignmentScheduleRequests()
                        .byPrivilegedAccessGroupAssignmentScheduleRequestId(id)
                        .get(c -> c.queryParameters.expand = ofRequest);

        // Then
        assertThat(schedule.getGroup().getDisplayName()).isEqualTo("App1 Readers");
        assertThat(schedule.getPrincipal().getId()).isEqualTo(person.id());
        assertThat(schedule.getActivatedUsing().getId()).isEqualTo(eligibility);
        assertThat(schedule.getActivatedUsing().getScheduleInfo()).isNotNull();
        assertThat(instance.getActivatedUsing().getEligibilityScheduleId()).isEqualTo(eligibility);
        assertThat(instance.getActivatedUsing().getEndDateTime()).isNotNull();
        assertThat(request.getActivatedUsing().getId()).isEqualTo(eligibility);
        assertThat(request.getTargetSchedule().getId()).isEqualTo(schedule.getId());
    }

    @Test
    void incompatible_groups_are_refused_by_name() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        admin.makeEligible(holder.person(), SdkWorld.APART, Walk.in(Duration.ofDays(30)));
        holder.activate(SdkWorld.EASY, HOUR);

        // When
        var error = Walk.refused(() -> holder.activate(SdkWorld.APART, HOUR)).getError();

        // Then
        assertThat(error.getCode()).isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error.getMessage()).contains("SeparationOfDutiesRule");
        assertThat(error.getDetails().getFirst().getMessage())
                .contains("App1 Readers", "Who reads does not write");
    }
}
