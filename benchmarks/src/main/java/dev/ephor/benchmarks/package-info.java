/** Long measurements beside other people's software; {@code ./ephor bench windows}. */
@NullMarked
package dev.ephor.benchmarks;

import org.jspecify.annotations.NullMarked;
