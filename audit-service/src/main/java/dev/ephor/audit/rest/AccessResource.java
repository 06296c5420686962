package dev.ephor.audit.rest;

import dev.ephor.audit.application.Accesses;
import dev.ephor.audit.application.Accesses.Access;
import dev.ephor.audit.application.Accesses.Fact;
import dev.ephor.audit.application.Accesses.Question;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who could do what at some instant. */
@Path("/ephor/v1/audit/access")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class AccessResource {
    private final Accesses accesses;

    AccessResource(Accesses accesses) {
        this.accesses = accesses;
    }

    /**
     * A membership that was there.
     *
     * @param activation what gave it; null: not Ephor
     * @param confirmedAt when the directory was first read to have it
     * @param windowEnd when the activation was to end
     * @param closedAt when its window had closed; the removal was not yet confirmed
     * @param goneAt when it was confirmed gone, after the instant asked for
     * @param provenBy sequences of the entries that say so
     */
    public record AccessView(
            String tenant,
            String group,
            String principal,
            String access,
            @Nullable String activation,
            @Nullable String drift,
            Instant confirmedAt,
            @Nullable Instant windowEnd,
            @Nullable Instant closedAt,
            @Nullable Instant goneAt,
            List<Long> provenBy) {
        static AccessView of(Access found) {
            return new AccessView(
                    found.key().tenant(),
                    found.key().group(),
                    found.key().principal(),
                    found.key().access().wire(),
                    found.activation(),
                    found.activation() == null ? found.drift() : null,
                    found.begun().at(),
                    found.windowEnd(),
                    at(found.closed()),
                    at(found.until()),
                    Stream.of(found.begun(), found.closed(), found.until())
                            .filter(Objects::nonNull)
                            .map(Fact::sequence)
                            .toList());
        }

        private static @Nullable Instant at(@Nullable Fact fact) {
            return fact == null ? null : fact.at();
        }
    }

    @GET
    @Operation(
            summary = "Memberships that were confirmed to be there at an instant",
            description = "Of a group, of a principal, or of both. Follow nextLink.")
    @Parameter(name = "at", in = ParameterIn.QUERY, required = true, description = "the instant")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "as nextLink has it")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    public Page<AccessView> access(@Context UriInfo uri) {
        Paging asked = Paging.Style.NATIVE.of(uri);
        var given = new QueryParameters(uri, Set.of("at", "group", "principal", "after", "limit"));
        Instant at = given.instant("at");
        String group = given.text("group");
        String principal = given.text("principal");
        if (at == null || group == null && principal == null) {
            throw ApiError.badRequest(
                    "Give 'at', a time like 2026-05-14T14:03:00Z, and 'group', 'principal' or both.");
        }
        Long after = given.number("after", 0);
        var question =
                new Question(at, group, principal, after == null ? 0 : after, asked.oneMore());
        return asked.page(accesses.at(question), Access::id).map(AccessView::of);
    }
}
