package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindPolicies.Standing;
import dev.ephor.request.application.ReadingPolicies;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Graph's role settings of a group. */
@Path("/v1.0/policies/roleManagementPolicies")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Policies", description = "Microsoft Graph's wire shape (PIM for Groups)")
class RoleManagementPolicies {
    private static final String SET = "policies/roleManagementPolicies";
    private static final Set<String> FILTERS = Set.of("scopeId", "scopeType");
    private static final Set<String> EXPAND = Set.of("$expand");

    private final ReadingPolicies reading;
    private final PolicyAccess access;
    private final PolicyObject objects;

    RoleManagementPolicies(ReadingPolicies reading, PolicyAccess access, PolicyObject objects) {
        this.reading = reading;
        this.access = access;
        this.objects = objects;
    }

    @GET
    @Operation(
            summary = "The policies of a group",
            description = "$filter=scopeId eq 'GROUP' and scopeType eq 'Group', $expand=rules")
    public ObjectNode list(@Context UriInfo uri) {
        ScopeFilter filter = ScopeFilter.of(uri.getQueryParameters(), FILTERS);
        boolean withRules = Expansion.hasRules(uri);
        return GraphAnswer.many(
                uri,
                SET,
                reading.of(access.viewer(), filter.group()).stream()
                        .map(standing -> objects.policy(standing, withRules))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One policy; $expand=rules")
    @APIResponse(responseCode = "404", description = "No such policy, or no relation to it")
    public RestResponse<ObjectNode> get(@PathParam("id") String id, @Context UriInfo uri) {
        ScopeFilter.refuseOtherOptions(uri.getQueryParameters().keySet(), EXPAND);
        return answer(uri, access.read(known(id)), Expansion.hasRules(uri));
    }

    @GET
    @Path("/{id}/rules")
    @Operation(summary = "The seventeen rules of a policy")
    public ObjectNode rules(@PathParam("id") String id, @Context UriInfo uri) {
        PolicyDefined policy = access.read(known(id)).policy();
        return GraphAnswer.many(uri, SET + "('" + id + "')/rules", objects.rules(policy));
    }

    @GET
    @Path("/{id}/rules/{rule}")
    @Operation(summary = "One rule, such as Expiration_EndUser_Assignment")
    public RestResponse<ObjectNode> rule(
            @PathParam("id") String id, @PathParam("rule") String rule, @Context UriInfo uri) {
        return ruleAnswer(uri, access.read(known(id)), rule);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            summary = "Change rules of a policy",
            description =
                    "For Ephor.Admin and owners of the group. What is not sent stays; what Graph has no words for stays as well.")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ObjectNode> change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] body,
            @Context UriInfo uri) {
        List<ObjectNode> rules = SentRules.of(StrictJson.object(body));
        Standing changed =
                access.change(
                        known(id),
                        ifMatch,
                        policy -> {
                            PolicyDefined after = policy;
                            for (ObjectNode rule : rules) {
                                after = objects.change(after, rule.path("id").asText(), rule);
                            }
                            return after;
                        });
        return answer(uri, changed, true);
    }

    @PATCH
    @Path("/{id}/rules/{rule}")
    @Operation(summary = "Change one rule of a policy")
    @APIResponse(responseCode = "412", description = "If-Match names another version")
    public RestResponse<ObjectNode> changeRule(
            @PathParam("id") String id,
            @PathParam("rule") String rule,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            byte[] body,
            @Context UriInfo uri) {
        JsonNode sent = StrictJson.object(body);
        Standing changed =
                access.change(
                        known(id),
                        ifMatch,
                        policy -> objects.change(policy, rule, (ObjectNode) sent));
        return ruleAnswer(uri, changed, rule);
    }

    private PolicyId known(String id) {
        return PolicyId.parse(access.viewer().tenant(), id)
                .orElseThrow(() -> ApiError.notFound("The policy"));
    }

    private RestResponse<ObjectNode> answer(UriInfo uri, Standing standing, boolean withRules) {
        return tagged(standing, GraphAnswer.one(uri, SET, objects.policy(standing, withRules)));
    }

    private RestResponse<ObjectNode> ruleAnswer(UriInfo uri, Standing standing, String rule) {
        String set = "%s('%s')/rules".formatted(SET, PolicyId.of(standing.policy()));
        return objects.rule(standing.policy(), rule)
                .map(found -> tagged(standing, GraphAnswer.one(uri, set, found)))
                .orElseThrow(() -> ApiError.notFound("The rule"));
    }

    private static RestResponse<ObjectNode> tagged(Standing standing, ObjectNode body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header("ETag", EntityTag.of(standing.version()))
                .build();
    }
}
