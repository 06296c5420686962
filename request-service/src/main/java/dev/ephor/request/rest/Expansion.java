package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** What of a policy is to be answered with it. */
final class Expansion {
    private Expansion() {}

    /** {@code $expand=rules}. */
    static boolean hasRules(UriInfo uri) {
        return is(uri, Set.of("rules"), "rules");
    }

    /** {@code $expand=policy} or {@code $expand=policy($expand=rules)}. */
    static boolean hasPolicy(UriInfo uri) {
        return is(uri, Set.of("policy", "policy($expand=rules)"), "policy($expand=rules)");
    }

    static boolean hasPolicyWithRules(UriInfo uri) {
        return hasPolicy(uri) && of(uri).contains("rules");
    }

    private static boolean is(UriInfo uri, Set<String> known, String shown) {
        String expand = of(uri);
        if (expand.isEmpty()) {
            return false;
        }
        if (!known.contains(expand)) {
            throw ApiError.badRequest("$expand can be %s here.".formatted(shown));
        }
        return true;
    }

    private static String of(UriInfo uri) {
        String expand = uri.getQueryParameters().getFirst("$expand");
        return expand == null ? "" : expand.replace(" ", "");
    }
}
