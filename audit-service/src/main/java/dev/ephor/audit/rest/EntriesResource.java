package dev.ephor.audit.rest;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The lines of the log. */
@Path("/ephor/v1/audit/entries")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class EntriesResource {
    private final ReadingTheLog log;

    EntriesResource(ReadingTheLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            summary = "Entries in the order of their sequence",
            description = "The log itself. Follow nextLink until there is none.")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "sequence to go on behind")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    public Page<Line> entries(@Context UriInfo uri) {
        Paging asked = Paging.Style.NATIVE.of(uri);
        return asked.page(log.behind(after(uri), asked.oneMore()), Line::sequence);
    }

    @GET
    @Path("{sequence}")
    @Operation(summary = "One entry")
    public Line entry(@PathParam("sequence") String sequence) {
        return number(sequence)
                .flatMap(log::at)
                .orElseThrow(() -> ApiError.notFound("The entry '" + sequence + "'"));
    }

    private static long after(UriInfo uri) {
        Long after = new QueryParameters(uri, Set.of("after", "limit")).number("after", 0);
        return after == null ? -1 : after;
    }

    private static java.util.Optional<Long> number(String text) {
        try {
            return java.util.Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return java.util.Optional.empty();
        }
    }
}
