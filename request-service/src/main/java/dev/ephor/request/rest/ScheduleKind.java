package dev.ephor.request.rest;

import dev.ephor.request.application.FindRequests.Kind;
import java.util.HashSet;
import java.util.Set;

/** Graph's four resources of what is held or may be activated. */
enum ScheduleKind {
    assignmentSchedules(Kind.ASSIGNMENT, false),
    assignmentScheduleInstances(Kind.ASSIGNMENT, true),
    eligibilitySchedules(Kind.ELIGIBILITY, false),
    eligibilityScheduleInstances(Kind.ELIGIBILITY, true);

    private static final Set<String> COMMON =
            Set.of("id", "accessId", "groupId", "principalId", "memberType");

    private final Kind kind;
    private final boolean instances;

    ScheduleKind(Kind kind, boolean instances) {
        this.kind = kind;
        this.instances = instances;
    }

    Kind kind() {
        return kind;
    }

    /** Whether only what has begun is in it. */
    boolean isOfInstances() {
        return instances;
    }

    /** The member of an instance that names its schedule. */
    String scheduleMember() {
        return kind == Kind.ASSIGNMENT ? "assignmentScheduleId" : "eligibilityScheduleId";
    }

    Set<String> members() {
        var members = new HashSet<>(COMMON);
        members.addAll(
                instances
                        ? Set.of("startDateTime", "endDateTime", scheduleMember())
                        : Set.of(
                                "createdDateTime",
                                "createdUsing",
                                "modifiedDateTime",
                                "scheduleInfo",
                                "status"));
        if (kind == Kind.ASSIGNMENT) {
            members.add("assignmentType");
        }
        return members;
    }

    Set<String> related() {
        return kind == Kind.ASSIGNMENT
                ? Set.of("group", "principal", "activatedUsing")
                : Set.of("group", "principal");
    }
}
