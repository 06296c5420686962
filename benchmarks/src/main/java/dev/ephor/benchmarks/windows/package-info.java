/** A million windows in one instance, and the same timers done by others. */
@NullMarked
package dev.ephor.benchmarks.windows;

import org.jspecify.annotations.NullMarked;
