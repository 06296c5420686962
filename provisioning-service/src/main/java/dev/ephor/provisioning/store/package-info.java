/**
 * PostgreSQL: the state of each membership at its targets, and the provisioning log. Hot batches
 * are plain SQL, reading is Panache. Never the rooms rest, kafka or delivering.
 */
@NullMarked
package dev.ephor.provisioning.store;

import org.jspecify.annotations.NullMarked;
