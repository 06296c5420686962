package dev.ephor.provisioning.delivering;

import java.time.Duration;

/**
 * How often targets are read without being told anything.
 *
 * @param every how long after a group was read it is read again
 * @param settle how long after a difference was seen it is looked at again, and only then told
 * @param rest how many times as long as a reading took the target is left alone after it
 */
public record ReadingTerms(Duration every, Duration settle, int rest) {

    public ReadingTerms {
        if (!every.isPositive()) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.reconcile.every is %s: give a length of time"
                            .formatted(every));
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.reconcile.settle is %s: give zero or more"
                            .formatted(settle));
        }
        if (rest < 0) {
            throw new IllegalArgumentException(
                    "ephor.provisioning.reconcile.rest is %d: give 0 or more".formatted(rest));
        }
    }
}
