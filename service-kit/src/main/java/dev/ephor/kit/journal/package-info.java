/**
 * The journal, which is the outbox, and the relay that publishes it. For services with a database.
 */
@NullMarked
package dev.ephor.kit.journal;

import org.jspecify.annotations.NullMarked;
