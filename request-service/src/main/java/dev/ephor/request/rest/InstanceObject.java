package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.request.application.FindSchedules.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Graph's privilegedAccessGroupAssignmentScheduleInstance and -EligibilityScheduleInstance. It has
 * the id of its schedule, as Graph gives it.
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InstanceObject(
        String id,
        String principalId,
        String groupId,
        String accessId,
        String memberType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String assignmentType,
        Instant startDateTime,
        @Nullable Instant endDateTime,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String assignmentScheduleId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String eligibilityScheduleId) {

    static InstanceObject of(Schedule schedule) {
        String id = ScheduleObject.id(schedule);
        boolean assignment = schedule.assignmentType() != null;
        return new InstanceObject(
                id,
                schedule.key().principal(),
                schedule.key().group(),
                schedule.key().access().wire(),
                "direct",
                schedule.assignmentType(),
                schedule.start(),
                schedule.end(),
                assignment ? id : null,
                assignment ? null : id);
    }
}
