package dev.ephor.connector.entra;

import dev.ephor.connector.Answer;
import java.util.Locale;
import java.util.Set;

/** Puts what PIM for Groups answered into an {@link Answer}, with what a person can do about it. */
record PimWords(Words words) {

    /** Outcomes of a request that was taken and came to nothing. */
    private static final Set<String> CAME_TO_NOTHING =
            Set.of("failed", "denied", "canceled", "revoked");

    /** The answer to an assignment: only its status says whether access is given. */
    Answer assigned(String tried, GraphReply reply) {
        if (!reply.succeeded()) {
            return of(tried, reply);
        }
        String status = reply.requestStatus();
        return CAME_TO_NOTHING.contains(status.toLowerCase(Locale.ROOT))
                ? words.rejected(tried, "PIM's request ended as " + status)
                : new Answer.Applied();
    }

    /** An answer that is not the one hoped for. */
    Answer of(String tried, GraphReply reply) {
        return switch (reply.code()) {
            case "ResourceIsLocked", "PendingRoleAssignmentRequest", "RoleAssignmentDoesNotExist" ->
                    words.passing(tried, reply);
            case "AadPremiumLicenseRequired" ->
                    words.mendable(
                            tried,
                            reply,
                            "PIM for Groups needs licences of Entra ID P2 or Entra ID Governance;"
                                    + " without them, set grants to members");
            case "RoleAssignmentRequestPolicyValidationFailed" ->
                    words.mendable(
                            tried,
                            reply,
                            "in the group's role settings in PIM, let an admin assign actively"
                                    + " for as long as the windows last, without second factor and"
                                    + " ticket");
            default ->
                    reply.status() == 403
                            ? words.mendable(
                                    tried,
                                    reply,
                                    "give the app PrivilegedAssignmentSchedule.ReadWrite"
                                            + ".AzureADGroup, with admin consent")
                            : words.of(tried, reply);
        };
    }
}
