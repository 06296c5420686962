package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.application.FindHistory;
import dev.ephor.request.application.FindHistory.Holding;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.domain.ObjectId;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Time travel: who held what at an instant, by what the directory confirmed. */
@Path("/ephor/v1/memberships-at")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "History")
class MembershipsAt {
    private static final Set<String> KNOWN = Set.of("at", "principal", "group", "limit", "after");
    private static final Columns COLUMNS =
            Columns.byId(Property.text("activation", "request_id").sorting());

    private final FindHistory history;
    private final Callers callers;

    MembershipsAt(FindHistory history, Callers callers) {
        this.history = history;
        this.callers = callers;
    }

    /**
     * A membership, and the activation that gave it.
     *
     * @param since when the directory confirmed it
     * @param until when the directory confirmed that it was gone; absent: it is there still
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HoldingView(
            String group,
            String principal,
            String access,
            String activation,
            Instant since,
            @Nullable Instant until) {
        static HoldingView of(Holding holding) {
            return new HoldingView(
                    holding.key().group(),
                    holding.key().principal(),
                    holding.key().access().wire(),
                    holding.activationId(),
                    holding.since(),
                    holding.until());
        }
    }

    @GET
    @Operation(
            summary = "Who held what at an instant",
            description =
                    "Of memberships that Ephor gave. Everybody for themselves, owners for their groups, Admin and Auditor for all.")
    @Parameter(
            name = "at",
            in = ParameterIn.QUERY,
            required = true,
            description = "such as 2026-01-31T08:00:00Z")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    @APIResponse(responseCode = "403", description = "Others', without a role for it")
    public Page<HoldingView> at(@Context UriInfo uri) {
        var given = new QueryParameters(uri, KNOWN);
        Viewer viewer = callers.viewer();
        Instant at = given.instant("at");
        if (at == null) {
            throw ApiError.badRequest(
                    "The parameter 'at' is missing: give a time like 2026-01-31T08:00:00Z.");
        }
        check(viewer, given.text("principal"), given.text("group"));
        var paging = Paging.Style.NATIVE.of(uri);
        var listing =
                new Listing(
                        Narrowing.by(given, "principal", "principal")
                                .and(Narrowing.by(given, "group", "group_id")),
                        COLUMNS.usual(),
                        paging.cursor(COLUMNS.usual()),
                        paging.oneMore());
        return paging.page(history.heldAt(viewer.tenant(), at, listing), Listed::place)
                .map(Listed::entry)
                .map(HoldingView::of);
    }

    /** Whoever sees not all of the tenant has to ask for what is theirs. */
    private void check(Viewer viewer, @Nullable String principal, @Nullable String group) {
        boolean own = principal != null && ObjectId.canonical(principal).equals(viewer.principal());
        if (viewer.seesAll() || own) {
            return;
        }
        if (group == null || !history.owns(viewer, ObjectId.canonical(group))) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "Give principal=%s, or a group that you own; an admin or an auditor may ask for others."
                            .formatted(viewer.principal()));
        }
    }
}
