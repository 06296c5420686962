/** Tests of the room kafka, on a real broker. */
package dev.ephor.request.kafka;
