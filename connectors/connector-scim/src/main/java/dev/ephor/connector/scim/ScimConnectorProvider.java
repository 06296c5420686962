package dev.ephor.connector.scim;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/**
 * Opens connectors to SCIM 2.0 applications. Settings:
 *
 * <ul>
 *   <li>{@code url}: the SCIM base URL, such as {@code https://app1.example.com/scim/v2}
 *   <li>{@code tokenRef}: the name of the secret that holds the bearer token
 *   <li>{@code removalForm}: how a member is removed: {@code path} (RFC 7644's {@code members[value
 *       eq "…"]}, the default) or {@code value} (a list of members, as AWS and Entra's own
 *       provisioning want it)
 *   <li>{@code batch}: the most members in one PATCH, 100 by default; 1 for Google
 *   <li>{@code timeout}: the longest wait for one answer, {@code PT10S} by default
 * </ul>
 */
public final class ScimConnectorProvider implements ConnectorProvider {

    @Override
    public String kind() {
        return "scim";
    }

    @Override
    public Connector open(Settings settings) {
        return ScimConnector.open(ScimTarget.of(settings));
    }
}
