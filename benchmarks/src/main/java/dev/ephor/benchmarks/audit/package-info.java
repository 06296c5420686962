/** How fast the audit log seals, and whether it grows slower as it grows larger. */
@NullMarked
package dev.ephor.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
