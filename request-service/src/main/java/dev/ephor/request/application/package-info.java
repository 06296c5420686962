/**
 * What the service can be asked to do, one class each: load, decide, save, say. The ports are what
 * these classes need of a database.
 *
 * <p>Never imports rest, kafka or store.
 */
@NullMarked
package dev.ephor.request.application;

import org.jspecify.annotations.NullMarked;
