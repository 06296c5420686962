/** Two programs that share no code agree on the log's tree. */
@NullMarked
package dev.ephor.testing.tree;

import org.jspecify.annotations.NullMarked;
