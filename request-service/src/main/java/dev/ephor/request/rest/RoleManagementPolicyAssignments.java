package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.ReadingPolicies;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Graph's answer to which policy is for members and which for owners. */
@Path("/v1.0/policies/roleManagementPolicyAssignments")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Policies")
class RoleManagementPolicyAssignments {
    private static final String SET = "policies/roleManagementPolicyAssignments";
    private static final Set<String> FILTERS = Set.of("scopeId", "scopeType", "roleDefinitionId");

    private final ReadingPolicies reading;
    private final PolicyAccess access;
    private final PolicyObject objects;

    RoleManagementPolicyAssignments(
            ReadingPolicies reading, PolicyAccess access, PolicyObject objects) {
        this.reading = reading;
        this.access = access;
        this.objects = objects;
    }

    @GET
    @Operation(
            summary = "The policies of a group by access",
            description =
                    "$filter=scopeId eq 'GROUP' and scopeType eq 'Group' and roleDefinitionId eq 'member', $expand=policy($expand=rules)")
    public ObjectNode list(@Context UriInfo uri) {
        ScopeFilter filter = ScopeFilter.of(uri.getQueryParameters(), FILTERS);
        boolean withPolicy = Expansion.hasPolicy(uri);
        boolean withRules = Expansion.hasPolicyWithRules(uri);
        return GraphAnswer.many(
                uri,
                SET,
                reading.of(access.viewer(), filter.group()).stream()
                        .filter(
                                standing ->
                                        filter.role() == null
                                                || filter.role()
                                                        .equals(standing.policy().access().wire()))
                        .map(standing -> objects.assignment(standing, withPolicy, withRules))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One assignment; $expand=policy($expand=rules)")
    public ObjectNode get(@PathParam("id") String id, @Context UriInfo uri) {
        PolicyId known =
                PolicyId.parseAssignment(access.viewer().tenant(), id)
                        .orElseThrow(() -> ApiError.notFound("The policy assignment"));
        return GraphAnswer.one(
                uri,
                SET,
                objects.assignment(
                        access.read(known),
                        Expansion.hasPolicy(uri),
                        Expansion.hasPolicyWithRules(uri)));
    }
}
