package dev.ephor.provisioning.rest;

import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.provisioning.application.AskingTargets;
import dev.ephor.provisioning.application.SpeakToTargets.Trial;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** How targets are doing, and what an administrator may ask of them. */
@Path("/ephor/v1/targets")
@Tag(name = "Targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TargetsResource {
    private final AskingTargets asking;
    private final Caller caller;

    TargetsResource(AskingTargets asking, Caller caller) {
        this.asking = asking;
        this.caller = caller;
    }

    /** Wrapped, so that more can be said beside them later. */
    public record Board(List<TargetEntry> entries) {}

    /**
     * @param memberships how many are tried at once
     */
    public record Hurried(int memberships) {}

    /**
     * @param groups how many are read
     */
    public record Reconciled(int groups) {}

    /** A target as {@code ephor.yaml} has it. */
    public record Definition(
            @Nullable String id, @Nullable String kind, @Nullable Map<String, String> settings) {}

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
    @Operation(
            operationId = "listTargets",
            summary = "How each target is doing",
            description =
                    "What waits, and quarantine, are those of all instances; whether it answers, and until when it is left alone, is as the instance that answers sees it.")
    public Board list() {
        return new Board(asking.states(caller.tenant()).stream().map(TargetEntry::of).toList());
    }

    @POST
    @Path("{target}/provision-now")
    @RolesAllowed({Roles.ADMIN, Roles.RESPONDER})
    @ResponseStatus(202)
    @Operation(
            operationId = "provisionNow",
            summary = "Tries what waits for a target now, rather than when its time comes",
            description = "Narrowed by group and principal.")
    public Hurried provisionNow(String target, @Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("group", "principal"));
        return asking.provisionNow(
                        caller.tenant(), target, given.text("group"), given.text("principal"))
                .map(Hurried::new)
                .orElseThrow(() -> ApiError.notFound("Such a target"));
    }

    @POST
    @Path("{target}/reconcile")
    @RolesAllowed({Roles.ADMIN, Roles.RESPONDER})
    @ResponseStatus(202)
    @Operation(
            operationId = "reconcileTarget",
            summary = "Reads who is there now, rather than when its time comes; changes nothing",
            description =
                    "Narrowed by group. A difference is told when a second look, some seconds later, sees it too.")
    public Reconciled reconcile(String target, @Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("group"));
        return asking.reconcile(caller.tenant(), target, given.text("group"))
                .map(Reconciled::new)
                .orElseThrow(() -> ApiError.notFound("Such a target"));
    }

    @POST
    @Path("{target}/test")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "testTarget",
            summary = "Whether a target can be reached and lets Ephor in; changes nothing there")
    public Tested test(String target) {
        return asking.test(caller.tenant(), target)
                .map(trial -> Tested.of(trial, trial.opened()))
                .orElseThrow(() -> ApiError.notFound("Such a target"));
    }

    @POST
    @Path("validate")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "validateTarget",
            summary = "Whether a definition of a target would do; changes nothing",
            description =
                    "The settings are read and the secrets looked up. The target itself is called only where the definition is the one in force: a secret is sent nowhere else.")
    public Tested validate(@Nullable Definition asked) {
        TargetDefined definition = definition(asked);
        Trial trial = asking.validate(definition);
        if (!trial.opened()) {
            throw new ApiError(422, "TargetInvalid", trial.answer().why());
        }
        return Tested.of(trial, asking.isInForce(definition));
    }

    private TargetDefined definition(@Nullable Definition asked) {
        if (asked == null || blank(asked.id()) || blank(asked.kind())) {
            throw ApiError.badRequest(
                    "A definition has 'id', 'kind' and 'settings', as in ephor.yaml: give them as JSON.");
        }
        Map<String, String> settings = asked.settings();
        return new TargetDefined(
                caller.tenant(),
                String.valueOf(asked.id()),
                String.valueOf(asked.kind()),
                settings == null ? Map.of() : settings);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
