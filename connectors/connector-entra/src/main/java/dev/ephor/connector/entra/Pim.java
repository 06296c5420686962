package dev.ephor.connector.entra;

import com.microsoft.graph.identitygovernance.privilegedaccess.group.GroupRequestBuilder;
import com.microsoft.graph.models.ExpirationPattern;
import com.microsoft.graph.models.ExpirationPatternType;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupRelationships;
import com.microsoft.graph.models.RequestSchedule;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.kiota.PeriodAndDuration;
import com.microsoft.kiota.RequestInformation;
import java.time.Duration;

/**
 * The requests of PIM for Groups that an app makes: "Create assignmentScheduleRequest" and "List
 * assignmentSchedules" in Graph's documentation.
 */
record Pim(GraphClient client, Access access) {

    /** PIM refuses anything shorter. */
    static final Duration SHORTEST = Duration.ofMinutes(5);

    /** A group's role settings ask an admin for one unless they were changed. */
    private static final String JUSTIFICATION =
            "Ephor gives this for an approved window and withdraws it at its end";

    RequestInformation assignment(String group, String principal, Duration length) {
        return bounded(ScheduleRequestActions.AdminAssign, group, principal, length);
    }

    RequestInformation update(String group, String principal, Duration length) {
        return bounded(ScheduleRequestActions.AdminUpdate, group, principal, length);
    }

    RequestInformation removal(String group, String principal) {
        return posted(request(ScheduleRequestActions.AdminRemove, group, principal));
    }

    /** Reads the assignments of one principal in one group; PIM lists nothing without a filter. */
    RequestInformation schedules(String group, String principal) {
        return pim().assignmentSchedules()
                .toGetRequestInformation(
                        c ->
                                c.queryParameters.filter =
                                        "groupId eq '%s' and principalId eq '%s'"
                                                .formatted(group, principal));
    }

    /** Without a start it begins now by PIM's own clock, which need not be this machine's. */
    private RequestInformation bounded(
            ScheduleRequestActions action, String group, String principal, Duration length) {
        var expiration = new ExpirationPattern();
        expiration.setType(ExpirationPatternType.AfterDuration);
        expiration.setDuration(PeriodAndDuration.ofDuration(told(length)));
        var schedule = new RequestSchedule();
        schedule.setExpiration(expiration);
        var request = request(action, group, principal);
        request.setScheduleInfo(schedule);
        return posted(request);
    }

    private static Duration told(Duration exact) {
        Duration seconds =
                Duration.ofSeconds(exact.toSeconds() + (exact.toNanosPart() > 0 ? 1 : 0));
        return seconds.compareTo(SHORTEST) < 0 ? SHORTEST : seconds;
    }

    private PrivilegedAccessGroupAssignmentScheduleRequest request(
            ScheduleRequestActions action, String group, String principal) {
        var request = new PrivilegedAccessGroupAssignmentScheduleRequest();
        request.setAction(action);
        request.setAccessId(
                switch (access) {
                    case MEMBER -> PrivilegedAccessGroupRelationships.Member;
                    case OWNER -> PrivilegedAccessGroupRelationships.Owner;
                });
        request.setGroupId(group);
        request.setPrincipalId(principal);
        request.setJustification(JUSTIFICATION);
        return request;
    }

    private RequestInformation posted(PrivilegedAccessGroupAssignmentScheduleRequest request) {
        return pim().assignmentScheduleRequests().toPostRequestInformation(request);
    }

    private GroupRequestBuilder pim() {
        return client.graph().identityGovernance().privilegedAccess().group();
    }
}
