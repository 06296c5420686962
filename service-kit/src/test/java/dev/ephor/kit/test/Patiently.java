package dev.ephor.kit.test;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Waits for what has to come. A wait ends with the fact, so its limit costs nothing and is for a
 * machine that is busy with other things as well; Awaitility's own of ten seconds is not.
 */
public final class Patiently {
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private Patiently() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(AT_MOST);
    }
}
