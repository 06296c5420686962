/**
 * A Java agent that alters classes of a service while they are loaded: lets a process die at a
 * named place, or plants a bug. Nothing of it is in a service's own code, so nothing can switch it
 * on there; uses the JDK alone.
 */
@NullMarked
package dev.ephor.faults.weaving;

import org.jspecify.annotations.NullMarked;
