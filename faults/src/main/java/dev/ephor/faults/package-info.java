/** {@code ./ephor faults}: a load, what is done to the platform meanwhile, and who judges it. */
@NullMarked
package dev.ephor.faults;

import org.jspecify.annotations.NullMarked;
