package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.application.FindCatalogue;
import dev.ephor.request.application.FindRequests;
import dev.ephor.request.application.FindRequests.Kind;
import dev.ephor.request.application.FindSchedules;
import dev.ephor.request.application.FindSchedules.Schedule;
import dev.ephor.request.application.FindSchedules.Wanted;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.domain.Activation;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller can activate now, with all that a form has to know. */
@Path("/ephor/v1/eligibilities")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
@Tag(name = "Eligibilities", description = "What one can activate")
class MyEligibilities {
    private static final Columns COLUMNS = Columns.byId(Property.text("id", "id").sorting());

    private final FindSchedules schedules;
    private final FindRequests requests;
    private final FindCatalogue catalogue;
    private final Callers callers;
    private final Clock clock;

    MyEligibilities(
            FindSchedules schedules,
            FindRequests requests,
            FindCatalogue catalogue,
            Callers callers,
            Clock clock) {
        this.schedules = schedules;
        this.requests = requests;
        this.catalogue = catalogue;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "One's own eligibilities that can be used now",
            description =
                    "With the menu of durations, what will be asked, and whether one is active or pending.")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "from nextLink")
    public Page<EligibilityView> list(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("group", "limit", "after"));
        Viewer viewer = callers.viewer();
        Instant now = clock.instant();
        var paging = Paging.Style.NATIVE.of(uri);
        var listing =
                new Listing(
                        Narrowing.by(given, "group", "group_id"),
                        COLUMNS.usual(),
                        paging.cursor(COLUMNS.usual()),
                        paging.oneMore());
        var wanted = new Wanted(Kind.ELIGIBILITY, true, true, now);
        var found = schedules.schedules(viewer, wanted, listing);
        return views(viewer, paging.page(found, Listed::place).map(Listed::entry), now);
    }

    private Page<EligibilityView> views(Viewer viewer, Page<Schedule> page, Instant now) {
        List<MembershipKey> keys = page.entries().stream().map(Schedule::key).toList();
        Map<String, GroupDefined> groups =
                catalogue.groups(viewer.tenant(), keys.stream().map(MembershipKey::group).toList());
        Map<MembershipKey, PolicyDefined> policies = catalogue.policies(keys);
        Map<MembershipKey, List<Activation>> live =
                requests.live(keys).stream()
                        .filter(activation -> activation.isLive(now))
                        .collect(Collectors.groupingBy(Activation::key));
        return page.map(
                eligibility -> {
                    MembershipKey key = eligibility.key();
                    PolicyDefined policy = policies.get(key);
                    return EligibilityView.of(
                            eligibility,
                            groups.get(key.group()),
                            policy == null ? null : policy.policy(),
                            live.getOrDefault(key, List.of()),
                            now);
                });
    }
}
