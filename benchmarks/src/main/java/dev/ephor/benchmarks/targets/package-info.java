/** How soon a target knows, and in how few calls: {@code ./ephor bench targets}. */
@NullMarked
package dev.ephor.benchmarks.targets;

import org.jspecify.annotations.NullMarked;
