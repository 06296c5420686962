/**
 * A real PostgreSQL for one machine, from its own binaries. It imports the JDBC driver and the
 * library that carries the binaries, and nothing of Ephor's services.
 */
@NullMarked
package dev.ephor.quickstart.postgres;

import org.jspecify.annotations.NullMarked;
