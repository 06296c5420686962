package dev.ephor.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.RemovalAttested;
import dev.ephor.events.ObservationEvent.RetryRequested;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.membership.application.NextTries;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.Order;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What directories do not do. */
@Path("/ephor/v1/windows/stuck")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StuckResource {
    private final TroubledMemberships troubled;
    private final NextTries tries;
    private final Catalog catalog;
    private final Clock clock;

    StuckResource(TroubledMemberships troubled, NextTries tries, Catalog catalog, Clock clock) {
        this.troubled = troubled;
        this.tries = tries;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Wrapped, so that more can be said beside them later. */
    public record Board(List<Stuck> value) {}

    /**
     * @param change {@code withdraw} or {@code grant}
     * @param story the activation or drift that it is about
     * @param since when it became due
     * @param age since then
     * @param owners object ids of those who own the group
     * @param lastAnswer of the directory; absent: it was not asked yet
     * @param nextTry absent: it is under way or waits for its turn
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stuck(
            String tenant,
            String group,
            String principal,
            String access,
            String change,
            String story,
            Instant since,
            Duration age,
            @Nullable String directory,
            List<String> owners,
            int attempts,
            @Nullable String lastAnswer,
            @Nullable Instant lastTry,
            @Nullable Instant nextTry)
            implements Listed {}

    /**
     * @param evidence how the person knows that the membership is gone
     */
    public record Closing(@Nullable String evidence) {}

    @GET
    @RolesAllowed({"Ephor.Admin", "Ephor.Auditor", "Ephor.Responder"})
    @Operation(summary = "Changes that a directory does not do, with age, owner and last answer")
    public Board list() {
        Map<MembershipKey, Instant> next = tries.nextTries();
        return new Board(troubled.board(StuckResource::isStuck, g -> stuck(g, next), Stuck.class));
    }

    @POST
    @AtOwner
    @Path("{group}/{principal}/{access}/retry")
    @RolesAllowed({"Ephor.Admin", "Ephor.Responder"})
    @ResponseStatus(202)
    @Operation(summary = "Tries it again now, rather than when its time comes")
    public void retry(String group, String principal, String access) {
        Order order = order(group, principal, access);
        troubled.say(
                by -> new RetryRequested(order.key(), order.generation(), by, clock.instant()),
                order.activationId());
    }

    @POST
    @AtOwner
    @Path("{group}/{principal}/{access}/close")
    @RolesAllowed({"Ephor.Admin", "Ephor.Responder"})
    @ResponseStatus(202)
    @Operation(summary = "Closes a removal that a person saw done, with evidence")
    public void close(String group, String principal, String access, @Nullable Closing closing) {
        String evidence =
                TroubledMemberships.sentence(
                        "evidence", closing == null ? null : closing.evidence());
        Order order = order(group, principal, access);
        if (order.present()) {
            throw new ApiError(
                    409, "Conflict", "A grant is not closed: end the activation instead.");
        }
        troubled.say(
                by ->
                        new RemovalAttested(
                                order.key(), order.generation(), by, evidence, clock.instant()),
                order.activationId());
    }

    private Order order(String group, String principal, String access) {
        return troubled.one(group, principal, access, StuckResource::isStuck)
                .order()
                .orElseThrow(() -> ApiError.notFound("Such a membership"));
    }

    private static boolean isStuck(Grants grants) {
        return grants.outstanding() && grants.confirmation().stuck();
    }

    private Stuck stuck(Grants grants, Map<MembershipKey, Instant> next) {
        Order order = grants.order().orElseThrow();
        MembershipKey key = grants.key();
        Optional<GroupDefined> group = catalog.group(key.tenant(), key.group());
        Instant since = Optional.ofNullable(grants.wanted().since()).orElse(order.asOf());
        return new Stuck(
                key.tenant(),
                key.group(),
                key.principal(),
                key.access().wire(),
                order.change().wire(),
                order.activationId(),
                since,
                Duration.between(since, clock.instant()),
                group.map(GroupDefined::directory).orElse(null),
                group.map(GroupDefined::owners).orElse(List.of()),
                grants.confirmation().attempts(),
                grants.confirmation().answer(),
                grants.confirmation().failedAt(),
                next.get(key));
    }
}
