package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import java.util.Map;

/** The same for an application that wants removals by value, and few members at once. */
class ScimByValueConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Map.of("removalForm", "value", "batch", "7"));
    }
}
