package dev.ephor.connector.ldap;

import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;

/**
 * Opens connectors to Active Directory and to plain LDAP directories. Settings:
 *
 * <ul>
 *   <li>{@code urls}: the servers, in order of preference, such as {@code ldaps://dc1.example.com,
 *       ldaps://dc2.example.com}; {@code ldap://} with {@code startTls: true}, or on loopback
 *   <li>{@code caFile}: a PEM file with the certificates to trust; the JDK's own without it
 *   <li>{@code bindDn}, {@code passwordRef}: who signs in, and the name of the secret
 *   <li>{@code profile}: {@code active-directory}, {@code group-of-names}, {@code
 *       group-of-unique-names} or {@code posix}
 *   <li>{@code base}: below which entries are looked for; {@code groupBase} and {@code
 *       principalBase} where they stand apart
 *   <li>{@code groupBy}, {@code principalBy}: the attribute that an entry is known by, {@code
 *       objectGUID} in Active Directory and {@code entryUUID} elsewhere unless told otherwise;
 *       {@code groupFrom} ({@code id}, {@code displayName}) and {@code principalFrom} ({@code id},
 *       {@code userName}, {@code mail}): what it is compared with
 *   <li>{@code nested}: {@code true} has a membership through other groups of Active Directory
 *       count when it is read back
 *   <li>{@code placeholder}: the DN that a group is left with where its class forbids an empty one
 *   <li>{@code grants}: {@code members} by default; {@code ttl}: links that Active Directory ends
 *       by itself
 *   <li>{@code timeout}: the longest wait for one answer, {@code PT10S} by default; {@code
 *       connections}: at most so many at once, {@code 8} by default; {@code pageSize}: members read
 *       at once for a roster, {@code 1000} by default
 * </ul>
 */
public final class LdapConnectorProvider implements ConnectorProvider {

    @Override
    public String kind() {
        return "ldap";
    }

    @Override
    public Connector open(Settings settings) {
        return LdapConnector.open(LdapDirectory.of(settings));
    }
}
