package dev.ephor.provisioning.delivering;

import java.time.Duration;

/**
 * When a target counts as one that does not answer.
 *
 * @param opensAfter failed calls in a row
 * @param quarantineAfter how long it has to fail before it is quarantined
 * @param quarantinedGrants how long a grant waits in quarantine between two tries
 */
public record BreakerTerms(int opensAfter, Duration quarantineAfter, Duration quarantinedGrants) {

    public BreakerTerms {
        if (opensAfter < 1) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.breaker.opens-after is %d: give 1 or more"
                            .formatted(opensAfter));
        }
        positive("quarantine-after", quarantineAfter);
        positive("quarantined-grants", quarantinedGrants);
    }

    private static void positive(String key, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.breaker.%s is %s: give a time above zero"
                            .formatted(key, value));
        }
    }
}
