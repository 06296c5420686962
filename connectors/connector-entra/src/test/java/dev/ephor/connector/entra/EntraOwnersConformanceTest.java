package dev.ephor.connector.entra;

/** The same for owners, for which Graph has other calls and other rules. */
class EntraOwnersConformanceTest extends EntraConformanceTest {

    @Override
    protected String access() {
        return "owner";
    }
}
