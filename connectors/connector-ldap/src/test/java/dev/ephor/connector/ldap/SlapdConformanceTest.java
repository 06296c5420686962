package dev.ephor.connector.ldap;

import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The suite over OpenLDAP, with groups that are {@code groupOfNames}. */
class SlapdConformanceTest extends ConnectorConformance {

    private static Slapd slapd;

    @BeforeAll
    static void start() {
        Started.orSkip(Slapd.isInstalled(), "slapd is not installed: apt-get install slapd");
        slapd = Slapd.start();
    }

    @AfterAll
    static void stop() {
        if (slapd != null) {
            slapd.close();
        }
    }

    Layout layout() {
        return Layout.NAMES;
    }

    @Override
    protected ConnectorProvider provider() {
        return new LdapConnectorProvider();
    }

    @Override
    protected World world() {
        return LdapSide.in(slapd.with(layout()));
    }
}
