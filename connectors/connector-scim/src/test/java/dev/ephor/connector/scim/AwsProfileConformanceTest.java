package dev.ephor.connector.scim;

import dev.ephor.connector.conformance.World;
import dev.ephor.quickstart.app.Manners;
import java.util.Map;

/** An application with the manners of AWS IAM Identity Center. */
class AwsProfileConformanceTest extends ScimConformanceTest {

    @Override
    protected World world() {
        return new AppSide(Manners.AWS, new Entrance.ByToken(), Map.of("profile", "aws"));
    }
}
