/**
 * The Streams topology, its stores, and what is read from them. Imports the application and the
 * domain; never REST.
 */
@NullMarked
package dev.ephor.membership.kafka;

import org.jspecify.annotations.NullMarked;
