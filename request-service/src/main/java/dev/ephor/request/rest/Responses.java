package dev.ephor.request.rest;

import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.application.FindResponses;
import dev.ephor.request.application.Responding;
import dev.ephor.request.application.Responding.Confirmation;
import dev.ephor.request.domain.Command.Asking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was done about signals: the reports, and the second responder's word. */
@Path("/ephor/v1/responses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Responses", description = "What signals ended and suspended")
class Responses {
    private static final Columns COLUMNS =
            Columns.newestFirst("id", Property.instant("requested", "requested_at").sorting());

    private final FindResponses responses;
    private final Responding responding;
    private final Reports reports;
    private final Callers callers;

    Responses(FindResponses responses, Responding responding, Reports reports, Callers callers) {
        this.responses = responses;
        this.responding = responding;
        this.reports = reports;
        this.callers = callers;
    }

    @GET
    @RolesAllowed({"Ephor.Responder", "Ephor.Admin", "Ephor.Auditor"})
    @Operation(summary = "Those of the tenant, newest first", description = "Follow nextLink.")
    @Parameter(name = "standing", in = ParameterIn.QUERY, description = "true: what is suspended")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    public Page<ResponseView> list(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("limit", "after", "standing"));
        var paging = Paging.Style.NATIVE.of(uri);
        var listing =
                new Listing(
                        standing(given.text("standing")),
                        COLUMNS.usual(),
                        paging.cursor(COLUMNS.usual()),
                        paging.oneMore());
        return paging.page(responses.responses(callers.tenant(), listing), Listed::place)
                .map(Listed::entry)
                .map(ResponseView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"Ephor.Responder", "Ephor.Admin", "Ephor.Auditor"})
    @Operation(
            summary = "The report: each activation that was ended, and where it is confirmed",
            description = "Follow nextLink for more entries.")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    @APIResponse(responseCode = "404", description = "No such response in the tenant")
    public ResponseView report(@PathParam("id") String id, @Context UriInfo uri) {
        new QueryParameters(uri, Set.of("limit", "after"));
        return reports.of(callers.tenant(), known(id), Paging.Style.NATIVE.of(uri));
    }

    @Once
    @POST
    @Path("/{id}/confirm")
    @RolesAllowed("Ephor.Responder")
    @Operation(summary = "A second responder confirms what needs two")
    @APIResponse(responseCode = "403", description = "One's own")
    @APIResponse(responseCode = "409", description = "It lapsed, or needs nobody's word")
    public ResponseView confirm(@PathParam("id") String id) {
        Asking asking = callers.asking();
        if (asking.isApplication()) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "A person has to confirm it: an application is no second pair of eyes.");
        }
        var cause = new Cause(known(id), null, callers.traceparent(), asking.now());
        return switch (responding.confirm(callers.tenant(), known(id), asking.by(), cause)) {
            case Confirmation.Confirmed(var response) -> reports.of(response);
            case Confirmation.NotFound _ -> throw ApiError.notFound("The response " + id);
            case Confirmation.OwnWish _ ->
                    throw new ApiError(
                            403,
                            "Authorization_RequestDenied",
                            "Whoever asked for it cannot confirm it: another responder has to.");
            case Confirmation.TooLate _ ->
                    throw new ApiError(
                            409, "Conflict", "It waits for nobody: it lapsed, or is in force.");
        };
    }

    private static Condition standing(@Nullable String wanted) {
        return switch (wanted) {
            case null -> Condition.ANY;
            case "true" -> Condition.of("standing");
            case "false" -> Condition.of("not standing");
            default -> throw ApiError.badRequest("'standing' has to be true or false.");
        };
    }

    private static String known(String id) {
        if (!JsonMembers.isId(id)) {
            throw ApiError.notFound("The response");
        }
        return id;
    }
}
