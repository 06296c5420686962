/**
 * What the service does about what is decided: makes directories so, watches, and answers who holds
 * what. Imports the domain, the kit and the connector SPI; never REST, Kafka or Quarkus.
 */
@NullMarked
package dev.ephor.membership.application;

import org.jspecify.annotations.NullMarked;
