package dev.ephor.request.rest;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.Scope;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindNamed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Whether what a responder names is there. What only Ephor brings into being (activations), or what
 * has to be configured before anybody can get it (groups, applications), is mistyped where it is
 * not known. People are in a directory before Ephor hears of them, so they may be named all the
 * same.
 */
@ApplicationScoped
class Naming {
    private final FindNamed named;

    Naming(FindNamed named) {
        this.named = named;
    }

    /**
     * @throws ApiError 404 when it cannot be meant
     */
    void mustExist(Scope scope) {
        unknown(scope)
                .ifPresent(
                        what -> {
                            throw new ApiError(
                                    404,
                                    "ResourceNotFound",
                                    what
                                            + " is not known here, so nothing was done: look at its id and kind.");
                        });
    }

    /** For a report in which nothing was ended: a sentence about what nobody has heard of. */
    Optional<String> note(Scope scope) {
        return unknown(scope)
                .or(() -> unknownPerson(scope))
                .map(what -> what + " is not known here: look at its id.");
    }

    private Optional<String> unknown(Scope scope) {
        String tenant = scope.tenant();
        String id = scope.id() == null ? "" : scope.id();
        return switch (scope.kind()) {
            case ACTIVATION -> unless(named.hasActivation(tenant, id), "The activation", id);
            case GROUP -> unless(named.hasGroup(tenant, id), "The group", id);
            case TARGET -> unless(named.hasTarget(tenant, id), "The application", id);
            case MEMBERSHIP -> {
                String group = key(scope).group();
                yield unless(named.hasGroup(tenant, group), "The group", group);
            }
            case PRINCIPAL, TENANT -> Optional.empty();
        };
    }

    private Optional<String> unknownPerson(Scope scope) {
        return switch (scope.kind()) {
            case PRINCIPAL -> unknownPerson(scope.tenant(), scope.id() == null ? "" : scope.id());
            case MEMBERSHIP -> unknownPerson(scope.tenant(), key(scope).principal());
            case ACTIVATION, GROUP, TARGET, TENANT -> Optional.empty();
        };
    }

    private Optional<String> unknownPerson(String tenant, String id) {
        return unless(named.hasPrincipal(tenant, id), "The person", id);
    }

    private static MembershipKey key(Scope scope) {
        return MembershipKey.parse(scope.tenant() + "/" + scope.id());
    }

    private static Optional<String> unless(boolean known, String kind, String id) {
        return known ? Optional.empty() : Optional.of("%s %s".formatted(kind, id));
    }
}
