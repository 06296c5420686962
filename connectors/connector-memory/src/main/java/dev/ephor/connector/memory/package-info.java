/**
 * A connector onto a world in this process: what the services' tests grant to, watch and break.
 *
 * <p>A test takes the world by its name, {@code MemoryWorld.named("acme")}, and configures the
 * service with kind {@code memory} and the setting {@code world: acme}.
 */
@NullMarked
package dev.ephor.connector.memory;

import org.jspecify.annotations.NullMarked;
