package dev.ephor.provisioning.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that of several instances one reads a group at a target, and no more often than
 * wanted.
 */
public interface Readings {

    /**
     * Begins to read, unless somebody did so lately.
     *
     * @return when it may be read next; empty: the caller reads now
     */
    Optional<Instant> begin(Place place, Instant now, Duration every);

    /** A group at a target. */
    record Place(String tenant, String target, String group) {}
}
