/** The service as a whole, on a real broker. */
package dev.ephor.membership;
