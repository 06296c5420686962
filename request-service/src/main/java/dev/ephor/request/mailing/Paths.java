package dev.ephor.request.mailing;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import java.util.Locale;

/** Where what a mail is about is found and acted upon, below the configured base. */
final class Paths {
    private static final String PIM = "/v1.0/identityGovernance/privilegedAccess/group/";

    private Paths() {}

    static String approval(String activation) {
        return PIM + "assignmentApprovals/" + activation;
    }

    static String activation(String id) {
        return "/ephor/v1/activations/" + id;
    }

    static String eligibility(MembershipKey key, String id) {
        return PIM
                + "eligibilitySchedules/%s_%s_%s".formatted(key.group(), key.access().wire(), id);
    }

    static String eligibilityRequest(String id) {
        return PIM + "eligibilityScheduleRequests/" + id;
    }

    static String policy(String group, Access access) {
        return "/v1.0/policies/roleManagementPolicyAssignments?$filter=scopeId%20eq%20'"
                + group.toLowerCase(Locale.ROOT)
                + "'%20and%20scopeType%20eq%20'Group'%20and%20roleDefinitionId%20eq%20'"
                + access.wire()
                + "'";
    }
}
