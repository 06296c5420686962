/**
 * What a line of the log is, how it is sealed, and how a log is checked: pure hashing over bytes.
 * Imports java.* and common-events only: no Quarkus, Kafka, SQL, clock or other room, so that a
 * verifier can use it anywhere.
 */
@NullMarked
package dev.ephor.audit.sealing;

import org.jspecify.annotations.NullMarked;
