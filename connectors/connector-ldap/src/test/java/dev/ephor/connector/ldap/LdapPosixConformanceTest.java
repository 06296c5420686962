package dev.ephor.connector.ldap;

import dev.ephor.connector.conformance.World;

/** The same with groups that are {@code posixGroup}. */
class LdapPosixConformanceTest extends LdapConformanceTest {

    @Override
    protected World world() {
        return LdapSide.of(new InMemory(Layout.POSIX));
    }
}
