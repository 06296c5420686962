/** Ephor on one machine: the command that {@code ./ephor} runs. */
@NullMarked
package dev.ephor.quickstart;

import org.jspecify.annotations.NullMarked;
