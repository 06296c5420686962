package dev.ephor.membership.rest;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.rest.Caller;
import dev.ephor.membership.application.FindOwners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/** Hands a call about one membership on to the instance that owns it, and its answer back. */
@Provider
@AtOwner
@ApplicationScoped
class HandingOn implements ContainerRequestFilter {
    private static final List<String> HEADERS =
            List.of("Content-Type", "Retry-After", "WWW-Authenticate");

    private final FindOwners owners;
    private final Peers peers;
    private final Caller caller;

    HandingOn(FindOwners owners, Peers peers, Caller caller) {
        this.owners = owners;
        this.peers = peers;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext call) throws IOException {
        Optional<String> owner =
                key(call.getUriInfo().getPathParameters())
                        .flatMap(key -> TroubledMemberships.ready(() -> owners.ownerOf(key)));
        if (owner.isEmpty()) {
            return;
        }
        if (peers.isPeerAsking()) {
            throw TroubledMemberships.loading();
        }
        call.abortWith(
                response(peers.answerOf(owner.get(), call.getEntityStream().readAllBytes())));
    }

    /** Empty: there is no such membership, and whoever is asked says so. */
    private Optional<MembershipKey> key(MultivaluedMap<String, String> named) {
        try {
            return Optional.of(
                    new MembershipKey(
                            caller.tenant(),
                            named.getFirst("group"),
                            named.getFirst("principal"),
                            Access.of(named.getFirst("access"))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Response response(HttpResponse<byte[]> answer) {
        var response = Response.status(answer.statusCode()).entity(answer.body());
        for (String name : HEADERS) {
            answer.headers().firstValue(name).ifPresent(value -> response.header(name, value));
        }
        return response.build();
    }
}
