package dev.ephor.provisioning.delivering;

/**
 * A target as its lanes share it.
 *
 * @param gate how many calls at once
 * @param traffic which calls at all
 */
record Target(Gate gate, Traffic traffic) {}
