/**
 * What a connector is: the few types between Ephor and one kind of directory or target.
 *
 * <p>Nothing here knows a service, a broker or a database; a connector module depends on this
 * package alone and is found at run time through {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.ephor.connector;

import org.jspecify.annotations.NullMarked;
