package dev.ephor.audit.application;

import java.util.List;

/** The witnesses of the configuration that are brought every checkpoint; each has an address. */
public record Witnesses(List<Witness> all) {}
