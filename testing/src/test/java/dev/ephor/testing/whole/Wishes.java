package dev.ephor.testing.whole;

import com.microsoft.graph.models.ExpirationPattern;
import com.microsoft.graph.models.ExpirationPatternType;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupEligibilityScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupRelationships;
import com.microsoft.graph.models.RequestSchedule;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.models.TicketInfo;
import com.microsoft.kiota.PeriodAndDuration;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Requests as the SDK's models; a new one for each call, since a sent one sends changes only. */
final class Wishes {
    private Wishes() {}

    static PrivilegedAccessGroupEligibilityScheduleRequest eligibility(
            ScheduleRequestActions action, Person person, String group, OffsetDateTime end) {
        var request = new PrivilegedAccessGroupEligibilityScheduleRequest();
        request.setAction(action);
        request.setAccessId(PrivilegedAccessGroupRelationships.Member);
        request.setPrincipalId(person.id());
        request.setGroupId(group);
        request.setJustification("support of App1 in December");
        request.setScheduleInfo(until(end));
        return request;
    }

    static PrivilegedAccessGroupAssignmentScheduleRequest activation(
            Person person, String group, Duration duration) {
        var request = assignment(ScheduleRequestActions.SelfActivate, person, group);
        var expiration = new ExpirationPattern();
        expiration.setType(ExpirationPatternType.AfterDuration);
        expiration.setDuration(PeriodAndDuration.ofDuration(duration));
        var schedule = new RequestSchedule();
        schedule.setExpiration(expiration);
        request.setScheduleInfo(schedule);
        var ticket = new TicketInfo();
        ticket.setTicketNumber("INC-20417");
        ticket.setTicketSystem("Helpdesk");
        request.setTicketInfo(ticket);
        return request;
    }

    static PrivilegedAccessGroupAssignmentScheduleRequest assignment(
            ScheduleRequestActions action, Person person, String group) {
        var request = new PrivilegedAccessGroupAssignmentScheduleRequest();
        request.setAction(action);
        request.setAccessId(PrivilegedAccessGroupRelationships.Member);
        request.setPrincipalId(person.id());
        request.setGroupId(group);
        request.setJustification("restart of the billing workers");
        return request;
    }

    private static RequestSchedule until(OffsetDateTime end) {
        var expiration = new ExpirationPattern();
        expiration.setType(ExpirationPatternType.AfterDateTime);
        expiration.setEndDateTime(end);
        var schedule = new RequestSchedule();
        schedule.setExpiration(expiration);
        return schedule;
    }
}
