package dev.ephor.membership.rest;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.membership.application.FindMemberships;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The windows of the caller's tenant, read from the state of the topology. */
@Path("/ephor/v1/windows")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"Ephor.Admin", "Ephor.Auditor"})
@RunOnVirtualThread
public class WindowsResource {
    private static final int MOST = 1_000;

    private final FindMemberships memberships;
    private final Peers peers;
    private final Caller caller;

    WindowsResource(FindMemberships memberships, Peers peers, Caller caller) {
        this.memberships = memberships;
        this.peers = peers;
        this.caller = caller;
    }

    /** Windows wrapped, so that more can be said beside them later. */
    public record Windows(List<MembershipView> value) {}

    @GET
    @Operation(
            summary =
                    "Memberships with a window that is live or scheduled, or with a change that the directory has not confirmed")
    public Windows list(
            @QueryParam("group") @Nullable String group,
            @QueryParam("principal") @Nullable String principal,
            @QueryParam("top") @DefaultValue("100") int top) {
        if (top < 1 || top > MOST) {
            throw ApiError.badRequest("top is %d: give 1 to %d.".formatted(top, MOST));
        }
        String tenant = caller.tenant();
        String prefix = group == null ? tenant + "/" : tenant + "/" + group + "/";
        Predicate<MembershipKey> wanted =
                key -> principal == null || key.principal().equals(principal);
        return new Windows(
                peers.gather(() -> here(prefix, wanted, top), MembershipView.class).stream()
                        .sorted(Listed.BY_KEY)
                        .limit(top)
                        .toList());
    }

    private List<MembershipView> here(String prefix, Predicate<MembershipKey> wanted, int top) {
        return TroubledMemberships.ready(() -> memberships.current(prefix, wanted, top)).stream()
                .map(MembershipView::of)
                .toList();
    }

    @GET
    @AtOwner
    @Path("{tenant}/{group}/{principal}/{access}")
    @Operation(summary = "One membership with its windows")
    public MembershipView one(String tenant, String group, String principal, String access) {
        return key(tenant, group, principal, access)
                .filter(key -> key.tenant().equals(caller.tenant()))
                .flatMap(key -> TroubledMemberships.ready(() -> memberships.find(key)))
                .map(MembershipView::of)
                .orElseThrow(() -> ApiError.notFound("The membership"));
    }

    private static Optional<MembershipKey> key(
            String tenant, String group, String principal, String access) {
        try {
            return Optional.of(new MembershipKey(tenant, group, principal, Access.of(access)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
