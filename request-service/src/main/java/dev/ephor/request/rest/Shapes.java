package dev.ephor.request.rest;

import dev.ephor.events.RequestAction;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.ListOptions.Shape;
import dev.ephor.request.application.FindRequests.Kind;
import dev.ephor.request.domain.ObjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can be asked of Graph's lists: by which properties, which members, which related things. */
final class Shapes {
    /** Also those that Ephor never gives, so that a filter by them finds nothing. */
    private static final List<String> STATUSES =
            List.of(
                    "Canceled",
                    "Denied",
                    "Failed",
                    "Granted",
                    "PendingAdminDecision",
                    "PendingApproval",
                    "PendingProvisioning",
                    "PendingScheduleCreation",
                    "Provisioned",
                    "Revoked",
                    "ScheduleCreated");

    private static final Property ID = Property.text("id", "id").sorting();
    private static final Property GROUP = Property.id("groupId", "group_id");
    private static final Property PRINCIPAL = Property.id("principalId", "principal");
    private static final Property ACCESS =
            Property.choice("accessId", "access", List.of("member", "owner"));
    private static final Property STATUS = Property.choice("status", "status", STATUSES);

    private static final Columns REQUESTS =
            Columns.newestFirst(
                    "id",
                    Property.instant("createdDateTime", "requested_at").sorting(),
                    Property.instant("completedDateTime", "completed_at"),
                    ID,
                    STATUS,
                    GROUP,
                    PRINCIPAL,
                    ACCESS,
                    Property.choice(
                            "action",
                            "action",
                            Arrays.stream(RequestAction.values())
                                    .map(RequestAction::wire)
                                    .toList()),
                    schedule("targetScheduleId", "schedule_id"),
                    Property.id("createdBy/user/id", "requested_by"));

    private static final Set<String> OF_REQUESTS =
            Set.of(
                    "id",
                    "status",
                    "action",
                    "accessId",
                    "groupId",
                    "principalId",
                    "targetScheduleId",
                    "justification",
                    "scheduleInfo",
                    "ticketInfo",
                    "isValidationOnly",
                    "approvalId",
                    "createdBy",
                    "createdDateTime",
                    "completedDateTime",
                    "customData");

    private Shapes() {}

    static Shape requests(Kind kind) {
        Set<String> related =
                kind == Kind.ASSIGNMENT
                        ? Set.of("group", "principal", "targetSchedule", "activatedUsing")
                        : Set.of("group", "principal", "targetSchedule");
        return new Shape(REQUESTS, OF_REQUESTS, related);
    }

    static Shape schedules(ScheduleKind kind) {
        return new Shape(columns(kind), kind.members(), kind.related());
    }

    private static Columns columns(ScheduleKind kind) {
        Property schedule = schedule("id", "id").sorting();
        return Columns.byId(
                schedule,
                schedule(kind.scheduleMember(), "id"),
                GROUP,
                PRINCIPAL,
                ACCESS,
                STATUS,
                Property.choice("memberType", "'direct'", List.of("direct", "group")),
                Property.choice(
                        "assignmentType", "assignment_type", List.of("assigned", "activated")),
                Property.text("createdUsing", "created_using"),
                Property.instant("createdDateTime", "created_at").sorting(),
                Property.instant("startDateTime", "starts_at").sorting(),
                Property.instant("endDateTime", "ends_at"),
                Property.instant("scheduleInfo/startDateTime", "starts_at"));
    }

    /** On the wire an id of a schedule is {@code group_access_id}. */
    private static Property schedule(String name, String column) {
        return new Property(name, Property.Kind.TEXT, column, Shapes::lastPart, false);
    }

    static String lastPart(String scheduleId) {
        return ObjectId.canonical(scheduleId.substring(scheduleId.lastIndexOf('_') + 1));
    }
}
