/**
 * What is decided about one membership at its targets: what each is asked for, what an outcome
 * means, when an activation is active and when it has ended. Pure: never a framework, SQL, Kafka,
 * JSON, logging, the clock, chance or another room.
 */
@NullMarked
package dev.ephor.provisioning.domain;

import org.jspecify.annotations.NullMarked;
