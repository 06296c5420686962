/**
 * Telling targets and reading them back: one lane for each target and group, removals first, all
 * that waits in one call. What is in memory here is a copy; the database is the truth. Never the
 * rooms rest, kafka or store.
 */
@NullMarked
package dev.ephor.provisioning.delivering;

import org.jspecify.annotations.NullMarked;
