/**
 * The service's database: entities and the adapters that implement the application's ports.
 *
 * <p>Never imports rest or kafka.
 */
@NullMarked
package dev.ephor.request.store;

import org.jspecify.annotations.NullMarked;
