package dev.ephor.request.rest;

import dev.ephor.events.RequestAction;
import dev.ephor.kit.idempotency.Once;
import dev.ephor.request.application.AskingForEligibility;
import dev.ephor.request.application.AskingForEligibility.Answered;
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
import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Graph's POSTs of eligibilityScheduleRequests: who may activate, from when until when. */
@Path("/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleRequests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Eligibility requests", description = "Microsoft Graph's wire shape (PIM for Groups)")
class EligibilityRequests {
    private static final Set<RequestAction> ACTIONS =
            EnumSet.of(
                    RequestAction.ADMIN_ASSIGN,
                    RequestAction.ADMIN_UPDATE,
                    RequestAction.ADMIN_EXTEND,
                    RequestAction.ADMIN_RENEW,
                    RequestAction.ADMIN_REMOVE,
                    RequestAction.SELF_EXTEND,
                    RequestAction.SELF_RENEW);

    private final AskingForEligibility asking;
    private final Canceling canceling;
    private final Callers callers;
    private final Outcomes outcomes;

    EligibilityRequests(
            AskingForEligibility asking, Canceling canceling, Callers callers, Outcomes outcomes) {
        this.asking = asking;
        this.canceling = canceling;
        this.callers = callers;
        this.outcomes = outcomes;
    }

    @Once
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Make somebody eligible (adminAssign), change or end that (adminUpdate, adminExtend,"
                            + " adminRenew, adminRemove), or ask for more (selfExtend, selfRenew)")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = RequestObject.class)))
    @APIResponse(
            responseCode = "201",
            description = "Done, or PendingAdminDecision",
            content = @Content(schema = @Schema(implementation = RequestObject.class)))
    @APIResponse(responseCode = "400", description = "Refused; every failed rule is named")
    @APIResponse(responseCode = "403", description = "Not for the caller to ask")
    @APIResponse(responseCode = "404", description = "No such group, or no relation to it")
    public RestResponse<OData.One<RequestObject>> ask(byte[] body, @Context UriInfo uri) {
        return outcomes.counted(
                () -> {
                    Asking caller = callers.asking();
                    var wanted = Wanted.read(body, callers.tenant(), ACTIONS);
                    return Created.at(uri, ask(caller, wanted));
                });
    }

    private RequestObject ask(Asking caller, Wanted wanted) {
        Answered answered =
                wanted.isValidationOnly()
                        ? asking.rehearse(caller, wanted.wish())
                        : asking.ask(caller, wanted.wish(), callers.traceparent());
        answered.refused()
                .ifPresent(
                        refused -> {
                            outcomes.alarm(refused);
                            throw Refusal.of(refused, answered.isRelated(), caller);
                        });
        return RequestObject.of(answered.request().orElseThrow(), wanted.isValidationOnly());
    }

    @Once
    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Withdraw what an admin has not decided yet")
    @APIResponse(responseCode = "204", description = "Canceled")
    @APIResponse(responseCode = "400", description = "It is no longer pending")
    @APIResponse(responseCode = "404", description = "No such request, or no relation to it")
    public void cancel(@PathParam("id") String id) {
        canceling.cancel(id, true);
    }
}
