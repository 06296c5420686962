package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assumptions.assumeThat;

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
        assumeThat(Slapd.isInstalled())
                .as("slapd is not installed: apt-get install slapd, and it is tested")
                .isTrue();
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
