package dev.ephor.approval.rest;

import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * The person who calls. An application alone is nobody who could answer for a decision: Graph has
 * no application permission for approvals.
 */
@RequestScoped
class ApproverAtTheDoor {
    private final Caller caller;
    private final JsonWebToken token;

    ApproverAtTheDoor(Caller caller, JsonWebToken token) {
        this.caller = caller;
        this.token = token;
    }

    /**
     * @throws ApiError 403 when nothing in the token speaks of a person
     */
    SignedIn person() {
        if (caller.isApplication() || !speaksOfPerson()) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "An application cannot read or decide approvals: call with the token of a"
                            + " signed-in user.");
        }
        return new SignedIn(caller.tenant(), caller.principal(), caller.assurance());
    }

    /** Whether they may see what they have no part in. */
    boolean overseesTenant() {
        return caller.has("Ephor.Admin") || caller.has("Ephor.Auditor");
    }

    /**
     * Entra's {@code idtyp} is optional, so its absence proves nothing. But only somebody who
     * signed in has delegated scopes, sign-in methods, or a time of signing in.
     */
    private boolean speaksOfPerson() {
        return "user".equals(token.<Object>getClaim("idtyp"))
                || token.getClaimNames().contains("scp")
                // Asked for its value, an absent one answers 0.
                || token.getClaimNames().contains("auth_time")
                || !caller.assurance().amr().isEmpty();
    }
}
