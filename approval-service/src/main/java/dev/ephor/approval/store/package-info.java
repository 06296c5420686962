/**
 * Approvals in PostgreSQL.
 *
 * <p>Imports application's ports and domain; never rest or kafka.
 */
@NullMarked
package dev.ephor.approval.store;

import org.jspecify.annotations.NullMarked;
