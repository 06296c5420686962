package dev.ephor.quickstart.entra;

import java.util.List;
import java.util.stream.Collectors;

/** What PIM for Groups refuses, in its own words. */
final class PimErrors {
    private PimErrors() {}

    static GraphException invalid(String message) {
        return new GraphException(400, "InvalidRoleAssignmentRequest", message);
    }

    static GraphException exists() {
        return new GraphException(
                400, "RoleAssignmentExists", "The Role assignment already exists.");
    }

    static GraphException doesNotExist() {
        return new GraphException(
                400, "RoleAssignmentDoesNotExist", "The Role assignment does not exist.");
    }

    static GraphException tooShort() {
        return new GraphException(
                400,
                "ActiveDurationTooShort",
                // PIM spells it like this.
                "The active duration is too short. Miniumum duration: 5 minutes");
    }

    static GraphException endsBeforeItBegins() {
        return new GraphException(
                400,
                "InvalidRoleAssignmentRequestSchedule",
                "The end of the schedule is not after its start.");
    }

    static GraphException policy(List<String> rules) {
        String failed =
                rules.stream().map(r -> '"' + r + '"').collect(Collectors.joining(",", "[", "]"));
        return new GraphException(
                400,
                "RoleAssignmentRequestPolicyValidationFailed",
                "The following policy rules failed: " + failed);
    }

    static GraphException noSubject(String id) {
        return new GraphException(404, "SubjectNotFound", "The subject '" + id + "' is not found.");
    }

    static GraphException noResource(String id) {
        return new GraphException(
                404, "ResourceNotFound", "The resource '" + id + "' is not found.");
    }

    static GraphException noFilter() {
        return new GraphException(
                400, "InvalidFilter", "A filter by groupId or principalId is required.");
    }
}
