package dev.ephor.request.rest;

import dev.ephor.kit.idempotency.Once;
import dev.ephor.request.domain.Command.Asking;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Graph's POSTs of assignmentScheduleRequests: active access, for oneself or for others. */
@Path("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Requests", description = "Microsoft Graph's wire shape (PIM for Groups)")
class AssignmentRequests {
    private final AskingForAccess asking;
    private final Canceling canceling;
    private final Callers callers;
    private final Outcomes outcomes;

    AssignmentRequests(
            AskingForAccess asking, Canceling canceling, Callers callers, Outcomes outcomes) {
        this.asking = asking;
        this.canceling = canceling;
        this.callers = callers;
        this.outcomes = outcomes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Ask for active access (selfActivate, selfExtend; adminAssign, adminUpdate,"
                            + " adminExtend), give it back (selfDeactivate) or take it away (adminRemove)",
            description =
                    "With isValidationOnly nothing is stored; the answer and the errors are the same,"
                            + " and ephorApprovers says who would be asked.")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestObject.class)))
    @APIResponse(
            responseCode = "201",
            description = "Requested; the status says what came of it",
            content = @Content(schema = @Schema(implementation = RequestObject.class)))
    @APIResponse(responseCode = "400", description = "Refused; every failed rule is named")
    @APIResponse(
            responseCode = "401",
            description = "No valid token, or a stronger sign-in is needed (RFC 9470)")
    @APIResponse(responseCode = "403", description = "Not for the caller to ask")
    @APIResponse(responseCode = "404", description = "No such group, or no relation to it")
    public RestResponse<OData.One<RequestObject>> ask(byte[] body, @Context UriInfo uri) {
        return outcomes.counted(
                () -> {
                    Asking caller = callers.asking();
                    var wanted = Wanted.read(body, callers.tenant(), AskingForAccess.ACTIONS);
                    return asking.ask(caller, wanted, asking.ticket(wanted), uri);
                });
    }

    @Once
    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Withdraw a request before its window begins")
    @APIResponse(responseCode = "204", description = "Canceled")
    @APIResponse(responseCode = "400", description = "It is no longer pending")
    @APIResponse(responseCode = "404", description = "No such request, or no relation to it")
    public void cancel(@PathParam("id") String id) {
        canceling.cancel(id, false);
    }
}
