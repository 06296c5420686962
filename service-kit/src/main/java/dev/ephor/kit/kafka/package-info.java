/** Kafka clients as every service makes them, and the topics they need. */
@NullMarked
package dev.ephor.kit.kafka;

import org.jspecify.annotations.NullMarked;
