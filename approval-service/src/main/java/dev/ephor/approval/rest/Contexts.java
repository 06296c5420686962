package dev.ephor.approval.rest;

import jakarta.ws.rs.core.UriInfo;

/** {@code @odata.context} of what is about approvals. */
final class Contexts {
    private Contexts() {}

    static String of(UriInfo address, String what) {
        return address.getBaseUri()
                + "v1.0/$metadata#identityGovernance/privilegedAccess/group/assignmentApprovals"
                + what;
    }
}
