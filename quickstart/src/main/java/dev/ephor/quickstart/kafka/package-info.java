/**
 * A real Kafka broker for one machine. It imports Kafka's server, and nothing of Ephor's services.
 */
@NullMarked
package dev.ephor.quickstart.kafka;

import org.jspecify.annotations.NullMarked;
