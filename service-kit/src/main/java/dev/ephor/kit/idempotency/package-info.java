/**
 * POSTs that may be repeated: who sends an {@code Idempotency-Key} gets the answer of the first
 * call again. Needs a database; a service without one excludes {@code Claims}.
 */
@NullMarked
package dev.ephor.kit.idempotency;

import org.jspecify.annotations.NullMarked;
