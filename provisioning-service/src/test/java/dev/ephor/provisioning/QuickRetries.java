package dev.ephor.provisioning;

import dev.ephor.kit.test.Platform;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** A real broker, a real database, and retries that do not make a test wait. */
public final class QuickRetries implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "ephor.provisioning.retry.first", "20ms",
                "ephor.provisioning.retry.grants-at-most", "100ms",
                "ephor.provisioning.retry.withdrawals-at-most", "100ms",
                "ephor.provisioning.reconcile.settle", "50ms",
                "ephor.provisioning.reconcile.rest", "0",
                "APP1_TOKEN", "token-of-app1");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Platform.class));
    }
}
