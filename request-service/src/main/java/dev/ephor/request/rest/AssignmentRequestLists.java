package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.request.application.FindRequests.Kind;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Graph's GETs of assignmentScheduleRequests. */
@Path("/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Requests")
class AssignmentRequestLists {
    private final ReadingRequests requests;

    AssignmentRequestLists(ReadingRequests requests) {
        this.requests = requests;
    }

    @GET
    @Operation(summary = "What one may see, newest first; all of the tenant for Admin and Auditor")
    @Parameter(name = "$filter", in = ParameterIn.QUERY, description = "such as groupId eq '...'")
    @Parameter(name = "$orderby", in = ParameterIn.QUERY, description = "a property, asc or desc")
    @Parameter(name = "$top", in = ParameterIn.QUERY, description = "1 to 999, usually 100")
    @Parameter(name = "$count", in = ParameterIn.QUERY, description = "true: with @odata.count")
    @Parameter(name = "$select", in = ParameterIn.QUERY, description = "members, with commas")
    @Parameter(name = "$expand", in = ParameterIn.QUERY, description = "such as group,principal")
    public OData.Many list(@Context UriInfo uri) {
        return requests.visible(Kind.ASSIGNMENT, uri);
    }

    @GET
    @Path(CurrentUser.SEGMENT)
    @Operation(summary = "filterByCurrentUser(on='principal'|'createdBy'|'approver')")
    @Parameter(name = "$filter", in = ParameterIn.QUERY, description = "such as groupId eq '...'")
    @Parameter(name = "$orderby", in = ParameterIn.QUERY, description = "a property, asc or desc")
    @Parameter(name = "$top", in = ParameterIn.QUERY, description = "1 to 999, usually 100")
    @Parameter(name = "$count", in = ParameterIn.QUERY, description = "true: with @odata.count")
    @Parameter(name = "$select", in = ParameterIn.QUERY, description = "members, with commas")
    @Parameter(name = "$expand", in = ParameterIn.QUERY, description = "such as group,principal")
    public OData.Many ofCurrentUser(@PathParam("function") String function, @Context UriInfo uri) {
        return requests.ofCurrentUser(Kind.ASSIGNMENT, function, uri);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One request")
    @APIResponse(responseCode = "200", description = "The request as it stands")
    @APIResponse(responseCode = "404", description = "No such request, or no relation to it")
    public ObjectNode get(@PathParam("id") String id, @Context UriInfo uri) {
        return requests.one(Kind.ASSIGNMENT, id, uri);
    }
}
