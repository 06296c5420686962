package dev.ephor.connector.ldap;

/** The same with groups that are {@code groupOfUniqueNames}. */
class SlapdUniqueNamesConformanceTest extends SlapdConformanceTest {

    @Override
    Layout layout() {
        return Layout.UNIQUE_NAMES;
    }
}
