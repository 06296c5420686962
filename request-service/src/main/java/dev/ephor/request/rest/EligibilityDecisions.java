package dev.ephor.request.rest;

import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.CancelingRequest.Named;
import dev.ephor.request.application.DecidingEligibility;
import dev.ephor.request.application.DecidingEligibility.Outcome;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.RuleNames;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** An admin's decision about a selfExtend or selfRenew; Graph has no resource for it. */
@Path("/ephor/v1/eligibility-requests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Eligibility requests")
class EligibilityDecisions {
    private final DecidingEligibility deciding;
    private final Callers callers;
    private final Outcomes outcomes;

    EligibilityDecisions(DecidingEligibility deciding, Callers callers, Outcomes outcomes) {
        this.deciding = deciding;
        this.callers = callers;
        this.outcomes = outcomes;
    }

    @Once
    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Grant or deny what the holder of an eligibility asked for",
            description = "{\"decision\": \"grant\" or \"deny\", \"reason\": \"...\"}")
    @APIResponse(responseCode = "204", description = "Decided")
    @APIResponse(responseCode = "400", description = "It cannot be granted as it was asked for")
    @APIResponse(responseCode = "403", description = "One's own, or a stronger sign-in is needed")
    @APIResponse(responseCode = "404", description = "No such request, or no relation to it")
    @APIResponse(responseCode = "409", description = "Somebody has decided it already")
    public void decide(@PathParam("id") String id, byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        boolean grants = grants(members);
        String reason = members.text("reason", Wanted.LONGEST_JUSTIFICATION).orElse(null);
        members.done();
        Asking caller = callers.asking();
        var named = new Named(callers.tenant(), Canceling.known(id));
        answer(deciding.decide(caller, named, grants, reason, callers.traceparent()), caller);
    }

    private static boolean grants(JsonMembers members) {
        return switch (members.required("decision", 20).toLowerCase(Locale.ROOT)) {
            case "grant" -> true;
            case "deny" -> false;
            default -> throw members.refused("decision", "has to be grant or deny");
        };
    }

    private void answer(Outcome outcome, Asking caller) {
        switch (outcome) {
            case Outcome.Done _ -> {}
            case Outcome.NotFound _ -> throw Canceling.notFound();
            case Outcome.NotAllowed _ ->
                    throw new ApiError(
                            403,
                            RuleNames.DENIED,
                            "Nobody decides what they asked for themselves.");
            case Outcome.Decided _ ->
                    throw new ApiError(409, "Conflict", "The request is not pending any more.");
            case Outcome.Refused(var refused) -> {
                outcomes.alarm(refused);
                throw Refusal.of(refused, true, caller);
            }
        }
    }
}
