package dev.ephor.connector.ldap;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;

/** With groups that are {@code groupOfNames}. */
class LdapConformanceTest extends ConnectorConformance {

    @Override
    protected ConnectorProvider provider() {
        return new LdapConnectorProvider();
    }

    @Override
    protected World world() {
        return LdapSide.of(new InMemory(Layout.NAMES));
    }
}
