package dev.ephor.connector.ldap;

import dev.ephor.connector.conformance.World;

/** The same with groups that are {@code groupOfUniqueNames}. */
class LdapUniqueNamesConformanceTest extends LdapConformanceTest {

    @Override
    protected World world() {
        return LdapSide.of(new InMemory(Layout.UNIQUE_NAMES));
    }
}
