package dev.ephor.request.rest;

import dev.ephor.events.Envelope;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.events.SignalEvent.TicketClosed;
import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.application.ClosingTickets;
import dev.ephor.request.application.Responding;
import dev.ephor.request.application.ResumingAccess;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Iso;
import dev.ephor.request.domain.ObjectId;
import dev.ephor.request.domain.Order;
import dev.ephor.request.domain.Response;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The signals of {@code ephor.signals} as calls, for playbooks; of the caller's tenant alone. */
@Path("/ephor/v1/signals")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("Ephor.Responder")
@RunOnVirtualThread
@Once
@Tag(name = "Signals", description = "End and suspend access; what came of it is at /responses")
class Signals {
    private static final int LONGEST_REASON = 500;

    private final Responding responding;
    private final ResumingAccess resuming;
    private final ClosingTickets closing;
    private final Naming naming;
    private final Reports reports;
    private final Callers callers;

    Signals(
            Responding responding,
            ResumingAccess resuming,
            ClosingTickets closing,
            Naming naming,
            Reports reports,
            Callers callers) {
        this.responding = responding;
        this.resuming = resuming;
        this.closing = closing;
        this.naming = naming;
        this.reports = reports;
        this.callers = callers;
    }

    @POST
    @Path("/revoke-access")
    @Operation(
            summary = "End everything live and scheduled of a scope: the kill switch",
            description =
                    "{\"scope\": {\"kind\": \"principal\", \"id\": \"...\"}, \"reason\": \"...\", \"suspend\": true, \"until\": \"...\"}")
    @APIResponse(responseCode = "202", description = "What it ends, and how far that is")
    @APIResponse(responseCode = "404", description = "The scope names what is not known")
    public RestResponse<ResponseView> revoke(
            @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        Scope scope = scope(members);
        String reason = members.required("reason", LONGEST_REASON);
        boolean suspend = members.flag("suspend");
        Instant until = until(members);
        members.done();
        if (suspend) {
            suspendable(members, scope);
        } else if (until != null) {
            throw members.refused("until", "is the end of a suspension: set suspend to true");
        }
        return begin(key, scope, reason, new Wanted(true, suspend, until));
    }

    @POST
    @Path("/suspend-access")
    @Operation(
            summary = "Refuse new activations of a scope, and cancel those that have not begun",
            description =
                    "{\"scope\": {\"kind\": \"group\", \"id\": \"...\"}, \"reason\": \"...\", \"until\": \"...\"}")
    @APIResponse(responseCode = "202", description = "What it ends, and how far that is")
    @APIResponse(responseCode = "404", description = "The scope names what is not known")
    public RestResponse<ResponseView> suspend(
            @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        Scope scope = scope(members);
        suspendable(members, scope);
        String reason = members.required("reason", LONGEST_REASON);
        Instant until = until(members);
        members.done();
        return begin(key, scope, reason, new Wanted(false, true, until));
    }

    @POST
    @Path("/principal-deactivated")
    @Operation(
            summary = "End what somebody has, and suspend them until somebody resumes",
            description = "{\"principal\": \"...\", \"reason\": \"...\"}")
    @APIResponse(responseCode = "202", description = "What it ends, and how far that is")
    public RestResponse<ResponseView> deactivated(
            @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        Scope scope = Scope.principal(callers.tenant(), members.id("principal"));
        String reason =
                members.text("reason", LONGEST_REASON).orElse("The principal was deactivated.");
        members.done();
        return begin(key, scope, reason, new Wanted(true, true, null));
    }

    /** The suspensions that ended, by the ids of their responses. */
    public record Resumed(List<String> resumed) {}

    @POST
    @Path("/resume-access")
    @Operation(
            summary = "End every suspension of exactly this scope",
            description =
                    "{\"scope\": {\"kind\": \"principal\", \"id\": \"...\"}, \"reason\": \"...\"}")
    public Resumed resume(byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        Scope scope = scope(members);
        String reason = members.required("reason", LONGEST_REASON);
        members.done();
        Asking asking = callers.asking();
        List<String> resumed = resuming.resume(scope, asking.by(), reason, cause(asking));
        if (resumed.isEmpty()) {
            // A signal may have suspended what nobody knows; that can be taken back.
            naming.mustExist(scope);
        }
        return new Resumed(resumed);
    }

    @POST
    @Path("/ticket-closed")
    @Operation(
            summary = "End everything that was asked for with a ticket",
            description = "{\"number\": \"INC-1\", \"system\": \"Helpdesk\"}")
    @APIResponse(responseCode = "204", description = "Ended")
    public void ticketClosed(byte[] body) {
        JsonMembers members = JsonMembers.of(body);
        String number = members.required("number", 200);
        String system = members.text("system", 200).orElse(null);
        members.done();
        Asking asking = callers.asking();
        var closed = new TicketClosed(callers.tenant(), system, number, asking.by(), asking.now());
        closing.closeNow(
                new Envelope<>(
                        asking.id(),
                        "/ephor/request-service",
                        asking.now(),
                        asking.id(),
                        null,
                        callers.traceparent(),
                        closed));
    }

    private record Wanted(boolean revokes, boolean suspends, @Nullable Instant until) {}

    private RestResponse<ResponseView> begin(
            @Nullable String key, Scope scope, String reason, Wanted wanted) {
        naming.mustExist(scope);
        Asking asking = callers.asking();
        var order =
                new Order(
                        id(key, asking),
                        scope,
                        wanted.revokes(),
                        wanted.suspends(),
                        wanted.until(),
                        asking.by(),
                        Order.API,
                        reason,
                        asking.now());
        Response response = responding.begin(order, cause(asking));
        String id = response.order().id();
        return RestResponse.ResponseBuilder.<ResponseView>create(202)
                .location(URI.create("/ephor/v1/responses/" + id))
                .entity(reports.of(response))
                .build();
    }

    /** The same for the same key, so that a repetition finds what the first call began. */
    private String id(@Nullable String key, Asking asking) {
        return key == null
                ? asking.id()
                : DeterministicId.of("response", callers.tenant(), asking.by(), key);
    }

    private Cause cause(Asking asking) {
        return new Cause(asking.id(), null, callers.traceparent(), asking.now());
    }

    private Scope scope(JsonMembers members) {
        JsonMembers given =
                members.object("scope").orElseThrow(() -> members.refused("scope", "is missing"));
        ScopeKind kind =
                given.parsed("kind", ScopeKind::of)
                        .orElseThrow(() -> given.refused("kind", "is missing"));
        String id = given.text("id", 400).orElse(null);
        given.done();
        try {
            return ObjectId.canonical(new Scope(callers.tenant(), kind, id));
        } catch (IllegalArgumentException e) {
            throw members.refused("scope", ": " + e.getMessage());
        }
    }

    private static void suspendable(JsonMembers members, Scope scope) {
        try {
            scope.mustBeSuspendable();
        } catch (IllegalArgumentException e) {
            throw members.refused("scope", ": " + e.getMessage());
        }
    }

    private @Nullable Instant until(JsonMembers members) {
        Instant until = members.parsed("until", Iso::instant).orElse(null);
        if (until != null && !until.isAfter(callers.asking().now())) {
            throw members.refused("until", "has passed");
        }
        return until;
    }
}
