package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.server.endpoints.authorize.Authorization;
import java.util.Map;
import java.util.Set;

/** The one client of the application, whose token has been checked; it may do everything. */
final class KnownClient implements Authorization {
    @Override
    public String getClientId() {
        return "client";
    }

    @Override
    public Set<String> getClientRoles() {
        return Set.of();
    }

    @Override
    public boolean authenticate(Map<String, String> headers, Map<String, String> query) {
        return true;
    }
}
