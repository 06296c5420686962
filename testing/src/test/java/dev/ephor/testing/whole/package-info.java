/** The whole, through its processes. */
package dev.ephor.testing.whole;
