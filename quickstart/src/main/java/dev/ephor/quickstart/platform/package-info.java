/**
 * The platform on one machine: broker, PostgreSQL, issuer, directory, application and the five
 * services, started and ended together.
 */
@NullMarked
package dev.ephor.quickstart.platform;

import org.jspecify.annotations.NullMarked;
