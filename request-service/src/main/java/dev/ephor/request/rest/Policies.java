package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindPolicies.Standing;
import dev.ephor.request.domain.ObjectId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whole policies, with what Graph has no words for. */
@Path("/ephor/v1/policies/{group}/{access}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Policies")
class Policies {
    private final PolicyAccess policies;

    Policies(PolicyAccess policies) {
        this.policies = policies;
    }

    @GET
    @Operation(summary = "The policy of a group for member or owner")
    @APIResponse(
            responseCode = "200",
            description = "The policy; ETag is its version",
            content = @Content(schema = @Schema(implementation = PolicyDefined.class)))
    @APIResponse(responseCode = "404", description = "No such policy, or no relation to it")
    public RestResponse<ObjectNode> get(
            @PathParam("group") String group, @PathParam("access") String access) {
        return answer(policies.read(id(group, access)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace the policy",
            description =
                    "For Ephor.Admin and owners of the group; with If-Match only that version")
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = PolicyDefined.class)))
    @APIResponse(
            responseCode = "200",
            description = "The policy as it stands now",
            content = @Content(schema = @Schema(implementation = PolicyDefined.class)))
    @APIResponse(responseCode = "400", description = "It cannot stand so; every reason is told")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ObjectNode> replace(
            @PathParam("group") String group,
            @PathParam("access") String access,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] body) {
        PolicyId id = id(group, access);
        PolicyDefined wanted = WholePolicy.read(body, id, policies.viewer().tenant());
        return answer(policies.change(id, ifMatch, _ -> wanted));
    }

    private static PolicyId id(String group, String access) {
        return Stream.of(Access.values())
                .filter(each -> each.wire().equalsIgnoreCase(access) && JsonMembers.isId(group))
                .map(each -> new PolicyId(ObjectId.canonical(group), each))
                .findFirst()
                .orElseThrow(() -> ApiError.notFound("The policy"));
    }

    private static RestResponse<ObjectNode> answer(Standing standing) {
        return RestResponse.ResponseBuilder.ok(WholePolicy.show(standing.policy()))
                .header("ETag", EntityTag.of(standing.version()))
                .build();
    }
}
