package dev.ephor.testing.house.planted.domain;

import java.net.URI;
import java.time.Instant;

/** Planted: a domain that asks the clock and imports more than it may. */
class Clockwork {
    URI nowhere = URI.create("urn:" + Instant.now());
}
