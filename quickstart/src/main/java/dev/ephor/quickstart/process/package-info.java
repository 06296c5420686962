/**
 * Processes and ports of the quickstart: children that are started, awaited, measured and never
 * outlive their parent. It imports the JDK alone.
 */
@NullMarked
package dev.ephor.quickstart.process;

import org.jspecify.annotations.NullMarked;
