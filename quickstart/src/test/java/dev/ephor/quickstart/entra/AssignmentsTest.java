package dev.ephor.quickstart.entra;

import static dev.ephor.quickstart.entra.Acme.ABSENT;
import static dev.ephor.quickstart.entra.Acme.ARNO;
import static dev.ephor.quickstart.entra.Acme.DANA;
import static dev.ephor.quickstart.entra.Acme.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.microsoft.graph.identitygovernance.privilegedaccess.group.assignmentschedulerequests.AssignmentScheduleRequestsRequestBuilder;
import com.microsoft.graph.models.ExpirationPattern;
import com.microsoft.graph.models.ExpirationPatternType;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentSchedule;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupRelationships;
import com.microsoft.graph.models.RequestSchedule;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.PeriodAndDuration;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.http.Journal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PIM for Groups in the emulator, as Microsoft's own Java SDK sees it. */
class AssignmentsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Acme acme = new Acme();
    private final EntraEmulator entra = acme.entra;
    private final GraphServiceClient graph = acme.sdk();

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void assigns_for_so_long_and_shows_the_member() {
        // When
        var made = post(ScheduleRequestActions.AdminAssign, HOUR);

        // Then
        assertThat(made.getStatus()).isEqualTo("Provisioned");
        assertThat(made.getTargetScheduleId()).isEqualTo(OPERATORS + "_member_" + made.getId());
        assertThat(graph.groups().byGroupId(OPERATORS).members().get().getValue())
                .extracting(m -> m.getId())
                .containsExactly(DANA);
        assertThat(
                        requests()
                                .byPrivilegedAccessGroupAssignmentScheduleRequestId(made.getId())
                                .get())
                .extracting(r -> r.getPrincipalId())
                .isEqualTo(DANA);
    }

    @Test
    void ends_an_assignment_by_itself() {
        // Given
        String mark = acme.http.get("/groups/delta?$select=members&$deltatoken=latest").body();
        post(ScheduleRequestActions.AdminAssign, HOUR);
        entra.passTime(HOUR.minusMinutes(1));
        assertThat(entra.isMember(OPERATORS, DANA)).isTrue();

        // When
        entra.passTime(Duration.ofMinutes(1));

        // Then
        assertThat(entra.isMember(OPERATORS, DANA)).isFalse();
        assertThat(entra.journal().entries())
                .extracting(Journal.Entry::effect)
                .containsExactly(
                        new DirectoryEffect(Change.ADD, OPERATORS, DANA, Access.MEMBER),
                        new DirectoryEffect(Change.REMOVE, OPERATORS, DANA, Access.MEMBER));
        assertThat(
                        acme.http
                                .get(mark.replaceAll("(?s).*v1\\.0(/groups/delta[^\"]*).*", "$1"))
                                .body())
                .contains(DANA, "@removed");
        assertThat(schedules()).isEmpty();
    }

    @Test
    void wakes_up_when_an_assignment_is_over() {
        // Given
        post(ScheduleRequestActions.AdminAssign, HOUR);

        // When
        entra.passTime(HOUR.minusMillis(300));

        // Then
        await().atMost(Duration.ofMinutes(2)).until(() -> !entra.isMember(OPERATORS, DANA));
    }

    @Test
    void updates_when_an_assignment_ends() {
        // Given
        post(ScheduleRequestActions.AdminAssign, HOUR);

        // When
        post(ScheduleRequestActions.AdminUpdate, HOUR.multipliedBy(3));
        entra.passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(entra.isMember(OPERATORS, DANA)).isTrue();
        assertThat(schedules())
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(
                                                Duration.between(
                                                        s.getScheduleInfo().getStartDateTime(),
                                                        s.getScheduleInfo()
                                                                .getExpiration()
                                                                .getEndDateTime()))
                                        .isGreaterThanOrEqualTo(HOUR.multipliedBy(3)));
    }

    @Test
    void removes_an_assignment_that_is_five_minutes_old() {
        // Given
        post(ScheduleRequestActions.AdminAssign, HOUR);

        // When
        String early = refusal(ScheduleRequestActions.AdminRemove, null);
        entra.passTime(Duration.ofMinutes(5));
        var removed = post(ScheduleRequestActions.AdminRemove, null);

        // Then
        assertThat(early).isEqualTo("ActiveDurationTooShort");
        assertThat(removed.getStatus()).isEqualTo("Revoked");
        assertThat(entra.members(OPERATORS)).isEmpty();
    }

    @Test
    void refuses_what_is_there_and_what_is_not() {
        // Given
        String nothingToUpdate = refusal(ScheduleRequestActions.AdminUpdate, HOUR);
        String nothingToRemove = refusal(ScheduleRequestActions.AdminRemove, null);
        post(ScheduleRequestActions.AdminAssign, HOUR);

        // When
        String again = refusal(ScheduleRequestActions.AdminAssign, HOUR);

        // Then
        assertThat(List.of(nothingToUpdate, nothingToRemove))
                .containsOnly("RoleAssignmentDoesNotExist");
        assertThat(again).isEqualTo("RoleAssignmentExists");
        assertThat(entra.journal().size()).isEqualTo(1);
    }

    @Test
    void refuses_what_its_rules_do_not_allow() {
        // Given
        var unjustified = request(ScheduleRequestActions.AdminAssign, DANA, Duration.ofDays(181));
        unjustified.setJustification(null);

        // When
        ODataError error =
                catchThrowableOfType(ODataError.class, () -> requests().post(unjustified));
        String brief = refusal(ScheduleRequestActions.AdminAssign, Duration.ofMinutes(4));

        // Then
        assertThat(error.getError().getCode())
                .isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error.getError().getMessage()).contains("ExpirationRule", "JustificationRule");
        assertThat(brief).isEqualTo("ActiveDurationTooShort");
    }

    @Test
    void refuses_who_and_what_it_does_not_know() {
        // Given
        String dynamic = "3f0e7c11-2222-4222-8222-000000000603";
        entra.addDynamicGroup(dynamic, "All of finance");
        var inDynamic = request(ScheduleRequestActions.AdminAssign, DANA, HOUR);
        inDynamic.setGroupId(dynamic);

        // When
        var stranger = request(ScheduleRequestActions.AdminAssign, ABSENT, HOUR);

        // Then
        assertThat(codeOf(stranger)).isEqualTo("SubjectNotFound");
        assertThat(codeOf(inDynamic)).isEqualTo("InvalidRoleAssignmentRequest");
    }

    @Test
    void changes_nothing_when_it_is_only_asked_whether_it_would() {
        // Given
        var asked = request(ScheduleRequestActions.AdminAssign, DANA, HOUR);
        asked.setIsValidationOnly(true);

        // When
        requests().post(asked);

        // Then
        assertThat(entra.members(OPERATORS)).isEmpty();
        assertThat(schedules()).isEmpty();
    }

    @Test
    void keeps_an_assignment_without_an_end() {
        // Given
        entra.assignForGood(OPERATORS, DANA, Access.MEMBER);

        // When
        entra.passTime(Duration.ofDays(1_000));

        // Then
        assertThat(entra.members(OPERATORS)).containsExactly(DANA);
        assertThat(schedules())
                .singleElement()
                .satisfies(
                        s ->
                                assertThat(s.getScheduleInfo().getExpiration().getType())
                                        .isEqualTo(ExpirationPatternType.NoExpiration));
    }

    @Test
    void ends_nothing_that_a_group_write_ended_before() {
        // Given
        post(ScheduleRequestActions.AdminAssign, HOUR);
        entra.remove(OPERATORS, DANA, Access.MEMBER);
        entra.addMember(OPERATORS, ARNO);

        // When
        entra.passTime(HOUR);

        // Then
        assertThat(entra.members(OPERATORS)).containsExactly(ARNO);
        assertThat(entra.journal().size()).isEqualTo(3);
    }

    private AssignmentScheduleRequestsRequestBuilder requests() {
        return graph.identityGovernance().privilegedAccess().group().assignmentScheduleRequests();
    }

    private PrivilegedAccessGroupAssignmentScheduleRequest post(
            ScheduleRequestActions action, Duration duration) {
        return requests().post(request(action, DANA, duration));
    }

    private String refusal(ScheduleRequestActions action, Duration duration) {
        return codeOf(request(action, DANA, duration));
    }

    private String codeOf(PrivilegedAccessGroupAssignmentScheduleRequest request) {
        return catchThrowableOfType(ODataError.class, () -> requests().post(request))
                .getError()
                .getCode();
    }

    private static PrivilegedAccessGroupAssignmentScheduleRequest request(
            ScheduleRequestActions action, String principal, Duration duration) {
        var request = new PrivilegedAccessGroupAssignmentScheduleRequest();
        request.setAction(action);
        request.setAccessId(PrivilegedAccessGroupRelationships.Member);
        request.setGroupId(OPERATORS);
        request.setPrincipalId(principal);
        request.setJustification("INC-20417");
        if (duration != null) {
            var expiration = new ExpirationPattern();
            expiration.setType(ExpirationPatternType.AfterDuration);
            expiration.setDuration(PeriodAndDuration.ofDuration(duration));
            var schedule = new RequestSchedule();
            schedule.setExpiration(expiration);
            request.setScheduleInfo(schedule);
        }
        return request;
    }

    private List<PrivilegedAccessGroupAssignmentSchedule> schedules() {
        return graph.identityGovernance()
                .privilegedAccess()
                .group()
                .assignmentSchedules()
                .get(
                        c ->
                                c.queryParameters.filter =
                                        "groupId eq '%s' and principalId eq '%s'"
                                                .formatted(OPERATORS, DANA))
                .getValue();
    }
}
