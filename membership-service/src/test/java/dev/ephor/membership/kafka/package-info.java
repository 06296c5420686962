/** The topology: in the test driver, where hours take a millisecond, and on a real broker. */
package dev.ephor.membership.kafka;
