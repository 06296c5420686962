package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.ListOptions;
import dev.ephor.kit.rest.Page;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.application.FindRequests.Found;
import dev.ephor.request.application.FindRequests.FoundActivation;
import dev.ephor.request.application.FindRequests.Kind;
import dev.ephor.request.application.FindRequests.Relation;
import dev.ephor.request.application.FindRequests.Wanted;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.rest.Expanding.Entry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers Graph's GETs of both kinds of requests. */
@ApplicationScoped
class ReadingRequests {
    private static final Map<String, Relation> RELATIONS =
            Map.of(
                    "principal", Relation.PRINCIPAL,
                    "createdby", Relation.CREATOR,
                    "approver", Relation.APPROVER);

    private final FindRequests requests;
    private final Expanding expanding;
    private final Callers callers;

    ReadingRequests(FindRequests requests, Expanding expanding, Callers callers) {
        this.requests = requests;
        this.expanding = expanding;
        this.callers = callers;
    }

    OData.Many visible(Kind kind, UriInfo uri) {
        return list(new Wanted(kind, Relation.ANY), uri);
    }

    /**
     * @throws ApiError 400 when the function filters on something else
     */
    OData.Many ofCurrentUser(Kind kind, String function, UriInfo uri) {
        String on = CurrentUser.on(function, RELATIONS.keySet());
        Relation relation = Optional.ofNullable(RELATIONS.get(on)).orElseThrow();
        return list(new Wanted(kind, relation), uri);
    }

    /**
     * @throws ApiError 404 when there is none, or none that the caller may see
     */
    ObjectNode one(Kind kind, String id, UriInfo uri) {
        Viewer viewer = callers.viewer();
        ListOptions options = ListOptions.ofObject(uri, Shapes.requests(kind));
        Found found =
                Optional.of(id)
                        .filter(JsonMembers::isId)
                        .flatMap(known -> requests.request(viewer, kind, known))
                        .orElseThrow(ReadingRequests::notFound);
        return expanding.one(
                OData.ofOne(uri), shape(options, viewer, kind, List.of(found)).getFirst());
    }

    private OData.Many list(Wanted wanted, UriInfo uri) {
        Viewer viewer = callers.viewer();
        ListOptions options = ListOptions.of(uri, Shapes.requests(wanted.kind()));
        Page<Found> page = options.page(requests.requests(viewer, wanted, options.listing()));
        Long count = options.count() ? requests.count(viewer, wanted, options.listing()) : null;
        List<Object> shaped = shape(options, viewer, wanted.kind(), page.entries());
        return OData.many(uri, count, new Page<>(shaped, page.nextLink()));
    }

    private List<Object> shape(ListOptions options, Viewer viewer, Kind kind, List<Found> found) {
        List<Entry> entries = found.stream().map(ReadingRequests::entry).toList();
        return expanding.shape(options, viewer.tenant(), kind, entries);
    }

    private static Entry entry(Found found) {
        return new Entry(
                RequestObject.of(found),
                found instanceof FoundActivation(var activation)
                        ? activation.request().eligibilityId()
                        : null);
    }

    private static ApiError notFound() {
        return new ApiError(
                404,
                "RoleAssignmentRequestNotFound",
                "The request does not exist, or you have no relation to it.");
    }
}
