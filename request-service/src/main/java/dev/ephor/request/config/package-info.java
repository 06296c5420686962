/**
 * What an operator sets: {@code ephor.yaml}, read with the line of every fault, and the beans that
 * wire the domain.
 *
 * <p>May import every room; none imports it.
 */
@NullMarked
package dev.ephor.request.config;

import org.jspecify.annotations.NullMarked;
