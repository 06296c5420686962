package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.application.FindRequests.Found;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Graph's GET of assignmentScheduleRequests. */
@Path("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Requests")
class ReadingRequests {
    private final FindRequests requests;
    private final Callers callers;

    ReadingRequests(FindRequests requests, Callers callers) {
        this.requests = requests;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary = "One's own requests, newest first; all of the tenant for Admin and Auditor")
    @APIResponse(responseCode = "200", description = "A page; @odata.nextLink leads to the next")
    public OData.Many<RequestObject> list(@Context UriInfo uri) {
        var viewer = callers.viewer(false);
        var found = Paging.of(OData.page(uri), page -> requests.requests(viewer, page), Found::id);
        return OData.many(uri, found, RequestObject::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One request, for its requester, its approvers, Admin and Auditor")
    @APIResponse(responseCode = "200", description = "The request as it stands")
    @APIResponse(responseCode = "404", description = "No such request, or no relation to it")
    public OData.One<RequestObject> get(@PathParam("id") String id, @Context UriInfo uri) {
        return Optional.of(id)
                .filter(JsonMembers::isId)
                .flatMap(known -> requests.request(callers.viewer(true), known))
                .map(found -> OData.one(uri, RequestObject.of(found)))
                .orElseThrow(
                        () ->
                                new ApiError(
                                        404,
                                        "RoleAssignmentRequestNotFound",
                                        "The request does not exist, or you have no relation to it."));
    }
}
