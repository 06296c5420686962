package dev.ephor.connector.scim;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/**
 * Opens connectors to SCIM 2.0 applications. Settings:
 *
 * <ul>
 *   <li>{@code url}: the SCIM base URL, such as {@code https://app1.example.com/scim/v2}
 *   <li>{@code tokenRef}: the name of the secret that holds a bearer token; or {@code user} and
 *       {@code passwordRef}; or {@code tokenUrl}, {@code clientId} and {@code clientSecretRef},
 *       with {@code scope} and {@code clientSecretIn} ({@code basic} or {@code post}), for OAuth's
 *       client credentials
 *   <li>{@code profile}: which kind of application it is, {@code rfc7644} by default; each of its
 *       values can be set beside it (see the files of the profiles, and {@link Profile})
 *   <li>{@code caFile}: a PEM file of authorities that are trusted beside those of the JDK
 *   <li>{@code proxy}: the URL of an HTTP proxy; with {@code proxyUser} and {@code
 *       proxyPasswordRef}
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
