package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import java.util.Map;

/** Single values of a profile are others: removals by value, and few members at once. */
class ScimByValueConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Map.of("removalForm", "value", "batch", "7"));
    }
}
