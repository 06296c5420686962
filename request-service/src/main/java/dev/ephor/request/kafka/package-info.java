/**
 * What the service hears from the others.
 *
 * <p>Never imports rest or store.
 */
@NullMarked
package dev.ephor.request.kafka;

import org.jspecify.annotations.NullMarked;
