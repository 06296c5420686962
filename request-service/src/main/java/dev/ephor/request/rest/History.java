package dev.ephor.request.rest;

import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.application.FindHistory;
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
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One timeline of everything that a person asked, decided or held. */
@Path("/ephor/v1/history")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "History", description = "What was asked, decided and held")
class History {
    private static final Set<String> KNOWN =
            Set.of("principal", "group", "kind", "from", "to", "limit", "after");
    private static final List<String> KINDS =
            List.of("request", "decision", "window", "eligibility");
    private static final Columns COLUMNS =
            Columns.newestFirst("id", Property.instant("at", "at").sorting());

    private final FindHistory history;
    private final Callers callers;

    History(FindHistory history, Callers callers) {
        this.history = history;
        this.callers = callers;
    }

    @GET
    @Operation(
            summary =
                    "One's own timeline, newest first; of anybody or everybody for Admin and Auditor",
            description =
                    "Every parameter narrows the answer. Follow nextLink until there is none.")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id of a person")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "request, decision, window or eligibility")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "earliest time, included")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "latest time, excluded")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    @APIResponse(responseCode = "403", description = "Somebody else's, without a role for it")
    public Page<HappeningView> timeline(@Context UriInfo uri) {
        var given = new QueryParameters(uri, KNOWN);
        Viewer viewer = callers.viewer();
        var paging = Paging.Style.NATIVE.of(uri);
        Condition narrowed =
                Narrowing.by(given, "group", "group_id")
                        .and(Narrowing.between(given, "at"))
                        .and(kind(given.text("kind")));
        var listing =
                new Listing(
                        narrowed,
                        COLUMNS.usual(),
                        paging.cursor(COLUMNS.usual()),
                        paging.oneMore());
        var found =
                history.timeline(viewer.tenant(), person(viewer, given.text("principal")), listing);
        return paging.page(found, Listed::place).map(Listed::entry).map(HappeningView::of);
    }

    /** Whose timeline; null: everybody's. */
    private static @Nullable String person(Viewer viewer, @Nullable String asked) {
        String person = asked == null ? null : ObjectId.canonical(asked);
        if (viewer.seesAll()) {
            return person;
        }
        if (person != null && !person.equals(viewer.principal())) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "Only an admin or an auditor may see the history of others: leave 'principal' out.");
        }
        return viewer.principal();
    }

    private static Condition kind(@Nullable String kind) {
        if (kind == null) {
            return Condition.ANY;
        }
        if (!KINDS.contains(kind)) {
            throw ApiError.badRequest(
                    "The parameter 'kind' is '%s': give one of %s."
                            .formatted(kind, String.join(", ", KINDS)));
        }
        return Condition.of("kind = ?", kind);
    }
}
