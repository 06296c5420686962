/** What is done to the platform: drawn from a seed, carried out in order, written down. */
@NullMarked
package dev.ephor.faults.nemesis;

import org.jspecify.annotations.NullMarked;
