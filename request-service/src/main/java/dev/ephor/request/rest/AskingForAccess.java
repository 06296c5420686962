package dev.ephor.request.rest;

import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.DeactivatingAccess;
import dev.ephor.request.application.Decided;
import dev.ephor.request.application.SubmittingRequest;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Deactivate;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Graph's POST of an assignmentScheduleRequest, for those who ask for themselves. */
@Path("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Requests", description = "Microsoft Graph's wire shape (PIM for Groups)")
class AskingForAccess {
    private final SubmittingRequest submitting;
    private final DeactivatingAccess deactivating;
    private final Callers callers;
    private final Outcomes outcomes;

    AskingForAccess(
            SubmittingRequest submitting,
            DeactivatingAccess deactivating,
            Callers callers,
            Outcomes outcomes) {
        this.submitting = submitting;
        this.deactivating = deactivating;
        this.callers = callers;
        this.outcomes = outcomes;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Activate (selfActivate) or give back (selfDeactivate) access to a group",
            description =
                    "With isValidationOnly nothing is stored; the answer and the errors are the same.")
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
    @APIResponse(responseCode = "403", description = "Asked for somebody else")
    @APIResponse(responseCode = "404", description = "No such group, or no relation to it")
    public RestResponse<OData.One<RequestObject>> ask(byte[] body, @Context UriInfo uri) {
        return outcomes.counted(
                () -> {
                    Asking asking = callers.asking();
                    return switch (Wanted.read(body, callers.tenant(), asking.now())) {
                        case Wanted.Activation wanted -> created(uri, activate(asking, wanted));
                        case Wanted.GivingBack wanted -> created(uri, giveBack(asking, wanted));
                    };
                });
    }

    private RequestObject activate(Asking asking, Wanted.Activation wanted) {
        Decided decided =
                wanted.isValidationOnly()
                        ? submitting.rehearse(asking, wanted.wish())
                        : submitting.submit(asking, wanted.wish(), callers.traceparent());
        return switch (decided.event()) {
            case ActivationRequested requested ->
                    RequestObject.of(Activation.of(requested), wanted.isValidationOnly());
            case ActivationRefused refused -> {
                outcomes.alarm(refused);
                throw Refusal.of(refused, decided);
            }
            case DeactivationRequested _, ActivationCanceled _, RevocationRequested _ ->
                    throw new IllegalStateException("an activation was decided as its opposite");
        };
    }

    private RequestObject giveBack(Asking asking, Wanted.GivingBack wanted) {
        if (!asking.by().equals(wanted.key().principal())) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "Only the principal itself can deactivate: principalId has to be your own object id.");
        }
        var command = new Deactivate(asking, wanted.key(), wanted.justification());
        Optional<DeactivationRequested> decided =
                wanted.isValidationOnly()
                        ? deactivating.rehearse(command)
                        : deactivating.deactivate(command, callers.traceparent());
        return RequestObject.of(
                decided.orElseThrow(AskingForAccess::nothingLive), wanted.isValidationOnly());
    }

    private static ApiError nothingLive() {
        return new ApiError(
                400,
                "RoleAssignmentDoesNotExist",
                "The Role assignment does not exist: nothing is active or pending.");
    }

    private static RestResponse<OData.One<RequestObject>> created(
            UriInfo uri, RequestObject object) {
        var response =
                RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, OData.one(uri, object));
        if (object.id() != null) {
            response.location(URI.create(uri.getAbsolutePath() + "/" + object.id()));
        }
        return response.build();
    }
}
