/** House rules, and tests of the whole through its processes, started as a user starts them. */
package dev.ephor.testing;
