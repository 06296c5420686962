package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.application.FindCatalogue;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.domain.Activation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Activations as Ephor sees them, for those who may see their requests. */
@Path("/ephor/v1/activations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Activations", description = "Every stage of an activation with its clock")
class Activations {
    private static final Columns COLUMNS =
            Columns.newestFirst("id", Property.instant("requested", "requested_at").sorting());

    private final FindRequests requests;
    private final FindCatalogue catalogue;
    private final Callers callers;

    Activations(FindRequests requests, FindCatalogue catalogue, Callers callers) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "Those one may see, newest first", description = "Follow nextLink.")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    public Page<ActivationView> list(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("limit", "after", "principal", "group"));
        Viewer viewer = callers.viewer();
        var paging = Paging.Style.NATIVE.of(uri);
        var listing =
                new Listing(
                        Narrowing.by(given, "principal", "principal")
                                .and(Narrowing.by(given, "group", "group_id")),
                        COLUMNS.usual(),
                        paging.cursor(COLUMNS.usual()),
                        paging.oneMore());
        Page<Activation> page =
                paging.page(requests.activations(viewer, listing), Listed::place)
                        .map(Listed::entry);
        Map<String, GroupDefined> groups = groups(viewer, page.entries());
        return page.map(activation -> view(activation, groups));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One activation")
    @APIResponse(responseCode = "404", description = "No such activation, or no relation to it")
    public ActivationView get(@PathParam("id") String id) {
        Viewer viewer = callers.viewer();
        Activation activation =
                Optional.of(id)
                        .filter(JsonMembers::isId)
                        .flatMap(known -> requests.activation(viewer, known))
                        .orElseThrow(() -> ApiError.notFound("The activation"));
        return view(activation, groups(viewer, List.of(activation)));
    }

    private Map<String, GroupDefined> groups(Viewer viewer, List<Activation> activations) {
        return catalogue.groups(
                viewer.tenant(), activations.stream().map(a -> a.key().group()).toList());
    }

    private static ActivationView view(Activation activation, Map<String, GroupDefined> groups) {
        return ActivationView.of(
                activation, Optional.ofNullable(groups.get(activation.key().group())));
    }
}
