package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.domain.Activation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Activations as Ephor sees them, for their requesters, their approvers, Admin and Auditor. */
@Path("/ephor/v1/activations")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Activations", description = "Every stage of an activation with its clock")
class Activations {
    private final FindRequests requests;
    private final Callers callers;

    Activations(FindRequests requests, Callers callers) {
        this.requests = requests;
        this.callers = callers;
    }

    @GET
    @Operation(summary = "One's own activations and those one may approve, newest first")
    public ActivationView.Page list(
            @QueryParam("top") @Nullable String top,
            @QueryParam("after") @Nullable String after,
            @Context UriInfo uri) {
        var viewer = callers.viewer(true);
        var found =
                Paging.of(
                        Paging.page(top, after),
                        page -> requests.activations(viewer, page),
                        Activation::id);
        String next =
                found.next() == null
                        ? null
                        : "%s?top=%d&after=%s"
                                .formatted(uri.getAbsolutePath(), found.size(), found.next());
        return new ActivationView.Page(views(found.items()), next);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One activation")
    @APIResponse(responseCode = "404", description = "No such activation, or no relation to it")
    public ActivationView get(@PathParam("id") String id) {
        return Optional.of(id)
                .filter(JsonMembers::isId)
                .flatMap(known -> requests.activation(callers.viewer(true), known))
                .map(activation -> views(List.of(activation)).getFirst())
                .orElseThrow(() -> ApiError.notFound("The activation"));
    }

    private List<ActivationView> views(List<Activation> activations) {
        var groups = requests.groups(activations);
        var views = new ArrayList<ActivationView>();
        for (int i = 0; i < activations.size(); i++) {
            views.add(ActivationView.of(activations.get(i), groups.get(i)));
        }
        return views;
    }
}
