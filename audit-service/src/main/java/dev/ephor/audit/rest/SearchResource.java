package dev.ephor.audit.rest;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.SearchingTheLog;
import dev.ephor.audit.application.SearchingTheLog.Hit;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Finds lines by what they say. */
@Path("/ephor/v1/audit/search")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class SearchResource {
    private final SearchingTheLog log;

    SearchResource(SearchingTheLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            summary = "Entries by what they say, in the order of their time",
            description = "Every filter narrows the answer. Follow nextLink until there is none.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "earliest time, included")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "latest time, excluded")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "target", in = ParameterIn.QUERY, description = "name of the target")
    @Parameter(name = "activation", in = ParameterIn.QUERY, description = "correlation id")
    @Parameter(name = "approver", in = ParameterIn.QUERY, description = "who was asked or decided")
    @Parameter(name = "ticket", in = ParameterIn.QUERY, description = "number of the ticket")
    @Parameter(name = "type", in = ParameterIn.QUERY, description = "ce_type of the event")
    @Parameter(name = "text", in = ParameterIn.QUERY, description = "words of a justification")
    @Parameter(name = "order", in = ParameterIn.QUERY, description = "oldest or newest first")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "as nextLink has it")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    public Page<Line> search(@Context UriInfo uri) {
        Paging asked = Paging.Style.NATIVE.of(uri);
        var search = SearchQuery.of(uri, asked.oneMore(), asked.after(), List.of("after", "limit"));
        return asked.page(log.matching(search), hit -> SearchQuery.mark(hit.position()))
                .map(Hit::line);
    }
}
