package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.kit.list.Filter;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.ListOptions;
import dev.ephor.kit.rest.Page;
import dev.ephor.request.application.FindSchedules;
import dev.ephor.request.application.FindSchedules.Schedule;
import dev.ephor.request.application.FindSchedules.Wanted;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.rest.Expanding.Entry;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Graph's schedules and instances: who holds what, or may activate it. */
@Path("/v1.0/identityGovernance/privilegedAccess/group")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Schedules", description = "Microsoft Graph's schedules and instances")
class Schedules {
    private static final String KIND =
            "/{kind:assignmentSchedules|assignmentScheduleInstances|eligibilitySchedules|eligibilityScheduleInstances}";

    private final FindSchedules schedules;
    private final Expanding expanding;
    private final Callers callers;
    private final Clock clock;

    Schedules(FindSchedules schedules, Expanding expanding, Callers callers, Clock clock) {
        this.schedules = schedules;
        this.expanding = expanding;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Path(KIND)
    @Operation(
            summary = "Those of a group or a principal that one may see",
            description = "Needs $filter=groupId eq '...' or principalId eq '...'.")
    @Parameter(name = "$filter", in = ParameterIn.QUERY, description = "such as groupId eq '...'")
    @Parameter(name = "$orderby", in = ParameterIn.QUERY, description = "a property, asc or desc")
    @Parameter(name = "$top", in = ParameterIn.QUERY, description = "1 to 999, usually 100")
    @Parameter(name = "$count", in = ParameterIn.QUERY, description = "true: with @odata.count")
    @Parameter(name = "$select", in = ParameterIn.QUERY, description = "members, with commas")
    @Parameter(name = "$expand", in = ParameterIn.QUERY, description = "such as group,principal")
    public OData.Many list(@PathParam("kind") ScheduleKind kind, @Context UriInfo uri) {
        ListOptions options = ListOptions.of(uri, Shapes.schedules(kind));
        checkPinned(options.filter());
        return list(kind, options, false, uri);
    }

    @GET
    @Path(KIND + "/" + CurrentUser.SEGMENT)
    @Operation(summary = "filterByCurrentUser(on='principal'): one's own")
    @Parameter(name = "$filter", in = ParameterIn.QUERY, description = "such as groupId eq '...'")
    @Parameter(name = "$orderby", in = ParameterIn.QUERY, description = "a property, asc or desc")
    @Parameter(name = "$top", in = ParameterIn.QUERY, description = "1 to 999, usually 100")
    @Parameter(name = "$count", in = ParameterIn.QUERY, description = "true: with @odata.count")
    @Parameter(name = "$select", in = ParameterIn.QUERY, description = "members, with commas")
    @Parameter(name = "$expand", in = ParameterIn.QUERY, description = "such as group,principal")
    public OData.Many ofCurrentUser(
            @PathParam("kind") ScheduleKind kind,
            @PathParam("function") String function,
            @Context UriInfo uri) {
        CurrentUser.on(function, Set.of("principal"));
        return list(kind, ListOptions.of(uri, Shapes.schedules(kind)), true, uri);
    }

    @GET
    @Path(KIND + "/{id}")
    @Operation(summary = "One of them")
    @APIResponse(responseCode = "200", description = "As it stands")
    @APIResponse(responseCode = "404", description = "None, or no relation to it")
    public ObjectNode get(
            @PathParam("kind") ScheduleKind kind,
            @PathParam("id") String id,
            @Context UriInfo uri) {
        ListOptions options = ListOptions.ofObject(uri, Shapes.schedules(kind));
        Viewer viewer = callers.viewer();
        Schedule found =
                Optional.of(id)
                        .filter(text -> text.indexOf('\0') < 0)
                        .flatMap(
                                text ->
                                        schedules.schedule(
                                                viewer, wanted(kind, false), Shapes.lastPart(text)))
                        .filter(schedule -> ScheduleObject.id(schedule).equalsIgnoreCase(id))
                        .orElseThrow(() -> ApiError.notFound("The schedule"));
        return expanding.one(
                OData.ofOne(uri), shape(kind, options, viewer, List.of(found)).getFirst());
    }

    private OData.Many list(ScheduleKind kind, ListOptions options, boolean own, UriInfo uri) {
        Viewer viewer = callers.viewer();
        Wanted wanted = wanted(kind, own);
        Page<Schedule> page = options.page(schedules.schedules(viewer, wanted, options.listing()));
        Long count = options.count() ? schedules.count(viewer, wanted, options.listing()) : null;
        List<Object> shaped = shape(kind, options, viewer, page.entries());
        return OData.many(uri, count, new Page<>(shaped, page.nextLink()));
    }

    private Wanted wanted(ScheduleKind kind, boolean own) {
        return new Wanted(kind.kind(), kind.isOfInstances(), own, clock.instant());
    }

    private List<Object> shape(
            ScheduleKind kind, ListOptions options, Viewer viewer, List<Schedule> found) {
        List<Entry> entries =
                found.stream().map(s -> new Entry(object(kind, s), s.eligibilityId())).toList();
        return expanding.shape(options, viewer.tenant(), kind.kind(), entries);
    }

    private static Object object(ScheduleKind kind, Schedule schedule) {
        return kind.isOfInstances() ? InstanceObject.of(schedule) : ScheduleObject.of(schedule);
    }

    private static void checkPinned(@Nullable Filter filter) {
        if (filter == null || !(filter.pins("groupId") || filter.pins("principalId"))) {
            throw new ApiError(
                    400,
                    "InvalidFilter",
                    "The $filter is missing: give groupId eq '{id}' or principalId eq '{id}'.");
        }
    }
}
