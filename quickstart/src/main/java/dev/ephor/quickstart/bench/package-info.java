/**
 * Measures: what the whole does under a steady rate and in a burst, clocked where it takes effect.
 */
@NullMarked
package dev.ephor.quickstart.bench;

import org.jspecify.annotations.NullMarked;
