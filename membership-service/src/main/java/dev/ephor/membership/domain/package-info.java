/**
 * What is decided about one membership: the grants of a key, and what follows from what is heard.
 *
 * <p>Pure: no framework, no Kafka, no JSON, no clock; imports the events and the kit's decider.
 */
@NullMarked
package dev.ephor.membership.domain;

import org.jspecify.annotations.NullMarked;
