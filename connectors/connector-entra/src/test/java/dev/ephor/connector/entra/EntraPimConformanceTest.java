package dev.ephor.connector.entra;

import dev.ephor.connector.conformance.World;

/** The same where PIM gives the memberships, and ends them. */
class EntraPimConformanceTest extends EntraConformanceTest {

    @Override
    protected World world() {
        return new EntraSide("pim");
    }
}
