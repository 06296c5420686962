package dev.ephor.faults.referee;

/**
 * A membership that really began or ended somewhere, by that place's own clock.
 *
 * @param at milliseconds since 1970
 */
record Effect(Key key, boolean added, long at) {}
