/** What is heard on Kafka. Never the rooms rest, store or delivering. */
@NullMarked
package dev.ephor.provisioning.kafka;

import org.jspecify.annotations.NullMarked;
