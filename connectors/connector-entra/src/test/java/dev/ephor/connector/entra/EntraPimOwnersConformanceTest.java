package dev.ephor.connector.entra;

/** The same for owners. */
class EntraPimOwnersConformanceTest extends EntraPimConformanceTest {

    @Override
    protected String access() {
        return "owner";
    }
}
