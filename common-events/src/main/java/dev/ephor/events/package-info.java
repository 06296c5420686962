/**
 * The shared language of the five services: what is said on Kafka, and in which words.
 *
 * <p>One sealed interface per topic with its events as records, past tense; {@link
 * dev.ephor.events.Topics} names the topics and {@link dev.ephor.events.EventCodec} is the wire
 * form (CloudEvents 1.0, binary mode). Nothing here decides anything.
 */
@NullMarked
package dev.ephor.events;

import org.jspecify.annotations.NullMarked;
