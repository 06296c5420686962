package dev.ephor.approval.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.approval.application.KnownPeople;
import dev.ephor.approval.application.Lists.Kind;
import dev.ephor.approval.application.ReadingApprovals;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.ListOptions;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The approvals that concern the caller, in the shape of Graph's {@code filterByCurrentUser}: the
 * approver's inbox, and the approvals of their own requests.
 */
@Path(
        "/v1.0/identityGovernance/privilegedAccess/group/assignmentApprovals/{function:filterByCurrentUser.*}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals")
@Authenticated
@RunOnVirtualThread
public class ApprovalsOfCaller {
    private static final Pattern FUNCTION =
            Pattern.compile("filterByCurrentUser\\(on\\s*=\\s*'([A-Za-z]+)'\\)");
    private static final Set<String> MEMBERS = Set.of("id", "stages");
    private static final Set<String> RELATED = Set.of("stages", "steps");

    private final ReadingApprovals reading;
    private final KnownPeople people;
    private final ApproverAtTheDoor door;
    private final ObjectMapper json;

    ApprovalsOfCaller(
            ReadingApprovals reading,
            KnownPeople people,
            ApproverAtTheDoor door,
            ObjectMapper json) {
        this.reading = reading;
        this.people = people;
        this.door = door;
        this.json = json;
    }

    @GET
    @Operation(
            summary =
                    "filterByCurrentUser(on='approver'|'target'|'createdBy'): what waits for the caller's decision, or what is about their own requests",
            description =
                    "For 'approver' only what the caller can decide now, the oldest first; for the"
                            + " others the newest first. $filter: id, createdDateTime (when the"
                            + " caller was asked, or the approval opened); $orderby:"
                            + " createdDateTime. A page may hold fewer than $top although"
                            + " @odata.nextLink follows.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = ApprovalView.class)))
    public Collected<Object> list(
            @PathParam("function") String function, @Context UriInfo address) {
        SignedIn person = door.person();
        Kind kind = kind(function);
        var options =
                ListOptions.of(address, new ListOptions.Shape(kind.columns(), MEMBERS, RELATED));
        var page = options.page(reading.list(kind, person, options.listing()));
        var names = new Person.Names(people, person.tenant());
        return new Collected<>(
                Contexts.of(address, ""),
                options.count() ? reading.count(kind, person, options.listing()) : null,
                page.entries().stream()
                        .flatMap(Optional::stream)
                        .map(seen -> options.project(ApprovalView.of(null, seen, names), json))
                        .toList(),
                page.nextLink());
    }

    private static Kind kind(String function) {
        var call = FUNCTION.matcher(function);
        return switch (call.matches() ? call.group(1).toLowerCase(Locale.ROOT) : "") {
            case "approver" -> Kind.WAITING_FOR;
            case "target", "principal" -> Kind.TARGET;
            case "createdby" -> Kind.CREATED_BY;
            default ->
                    throw ApiError.badRequest(
                            "There is no function '%s': give filterByCurrentUser(on='...') with 'approver', 'target' or 'createdBy'."
                                    .formatted(function));
        };
    }
}
