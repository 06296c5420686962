package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.request.application.FindSchedules.Schedule;
import dev.ephor.request.rest.RequestObject.Expiration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Graph's privilegedAccessGroupAssignmentSchedule and -EligibilitySchedule. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ScheduleObject(
        String id,
        String principalId,
        String groupId,
        String accessId,
        String memberType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String assignmentType,
        Instant createdDateTime,
        @Nullable String createdUsing,
        @Nullable Instant modifiedDateTime,
        String status,
        RequestObject.Schedule scheduleInfo) {

    static ScheduleObject of(Schedule schedule) {
        return new ScheduleObject(
                id(schedule),
                schedule.key().principal(),
                schedule.key().group(),
                schedule.key().access().wire(),
                "direct",
                schedule.assignmentType(),
                schedule.createdAt(),
                schedule.createdUsing(),
                schedule.modifiedAt(),
                schedule.status(),
                new RequestObject.Schedule(schedule.start(), null, expiration(schedule.end())));
    }

    static String id(Schedule schedule) {
        return "%s_%s_%s"
                .formatted(schedule.key().group(), schedule.key().access().wire(), schedule.id());
    }

    private static Expiration expiration(@Nullable Instant end) {
        return end == null
                ? new Expiration("noExpiration", null, null)
                : new Expiration("afterDateTime", end, null);
    }
}
