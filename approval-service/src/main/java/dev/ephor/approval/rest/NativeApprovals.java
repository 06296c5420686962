package dev.ephor.approval.rest;

import dev.ephor.approval.application.DecidingApprovals.Wish;
import dev.ephor.approval.application.KnownPeople;
import dev.ephor.approval.application.Lists.Kind;
import dev.ephor.approval.application.ReadingApprovals;
import dev.ephor.approval.application.Seen;
import dev.ephor.approval.application.WritingMessages;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.kit.list.Order;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.kit.rest.QueryParameters;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Approvals with everything that Graph has no word for: panels, quorums, escalation, messages. */
@Path("/ephor/v1/approvals")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ephor approvals", description = "Approvals, whole")
@Authenticated
@RunOnVirtualThread
public class NativeApprovals {
    private static final Set<String> OPTIONS = Set.of("of", "limit", "after");

    private final ReadingApprovals reading;
    private final WritingMessages messages;
    private final Deeds deeds;
    private final KnownPeople people;
    private final ApproverAtTheDoor door;
    private final Clock clock;

    NativeApprovals(
            ReadingApprovals reading,
            WritingMessages messages,
            Deeds deeds,
            KnownPeople people,
            ApproverAtTheDoor door,
            Clock clock) {
        this.reading = reading;
        this.messages = messages;
        this.deeds = deeds;
        this.people = people;
        this.door = door;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The approvals that concern the caller",
            description =
                    "of: 'waiting' (for the caller's decision, the oldest first; what is listed"
                            + " where of is left out), 'decided' (by the caller), 'mine' (about the"
                            + " caller's own access), 'requested' (by the caller for others too).")
    public Page<NativeApproval> list(
            @QueryParam("of") @Nullable String of, @Context UriInfo address) {
        SignedIn person = door.person();
        var given = new QueryParameters(address, OPTIONS);
        Paging paging = Paging.Style.NATIVE.of(address);
        Kind kind = kind(given.text("of"));
        Order order = kind.columns().usual();
        var listing = new Listing(Condition.ANY, order, paging.cursor(order), paging.oneMore());
        var page = paging.page(reading.list(kind, person, listing), Listed::place);
        var seen = page.entries().stream().flatMap(one -> one.entry().stream()).toList();
        return new Page<>(views(seen, person), page.nextLink());
    }

    @GET
    @Path("/{approvalId}")
    @Operation(summary = "One approval: every panel, who is asked, who agreed, what is missing")
    @APIResponse(
            responseCode = "200",
            description = "For who was asked, who asked for it, Ephor.Admin and Ephor.Auditor")
    @APIResponse(responseCode = "404", description = "None, or none of the caller's business")
    public NativeApproval approval(@PathParam("approvalId") String approvalId) {
        SignedIn person = door.person();
        return (door.overseesTenant()
                        ? reading.readAsOverseer(approvalId, person)
                        : reading.read(approvalId, person))
                .map(seen -> views(List.of(seen), person).getFirst())
                .orElseThrow(() -> ApiError.notFound("Approval '" + approvalId + "'"));
    }

    @Once
    @POST
    @Path("/{approvalId}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve or deny in the stage that waits; the approval as it is then")
    @APIResponse(responseCode = "200", description = "Decided")
    @APIResponse(responseCode = "401", description = "A stronger sign-in is needed (RFC 9470)")
    @APIResponse(responseCode = "403", description = "The caller is no approver of this request")
    @APIResponse(responseCode = "409", description = "Somebody already decided, or it is over")
    public NativeApproval decide(
            @PathParam("approvalId") String approvalId, @Nullable NativeDecision body) {
        SignedIn person = door.person();
        if (body == null) {
            throw ApiError.badRequest(
                    "The body is missing: send {\"decision\":\"approve\"} or \"deny\".");
        }
        deeds.decide(new Wish(approvalId, null, person, body.verdict(), clock.instant()));
        return approval(approvalId);
    }

    private List<NativeApproval> views(List<Seen> all, SignedIn person) {
        var message = messages.of(all.stream().map(NativeApprovals::request).toList());
        var names = new Person.Names(people, person.tenant());
        return all.stream()
                .map(seen -> NativeApproval.of(seen, message.apply(request(seen)), names))
                .toList();
    }

    private static ActivationRequested request(Seen seen) {
        return seen.course().request();
    }

    private static Kind kind(@Nullable String of) {
        return switch (of) {
            case "waiting" -> Kind.WAITING_FOR;
            case "decided" -> Kind.DECIDED_BY;
            case "mine" -> Kind.TARGET;
            case "requested" -> Kind.CREATED_BY;
            case null -> Kind.WAITING_FOR;
            default ->
                    throw ApiError.badRequest(
                            "of is '%s': give waiting, decided, mine or requested.".formatted(of));
        };
    }
}
