package dev.ephor.connector.ldap;

import dev.ephor.connector.conformance.World;
import java.util.Map;

/** The same where members come by ranges, and links may have an end. */
class ActiveDirectoryConformanceTest extends LdapConformanceTest {

    @Override
    protected World world() {
        var layout = Layout.activeDirectory("DC=example,DC=com");
        return LdapSide.of(new InMemory(layout, Map.of("grants", "ttl", "pageSize", "50")));
    }
}
