/**
 * Judges a run from outside: by the client's log, the journals of directory and application, and
 * the raw topics. A program of its own that shares no code with Ephor; it imports nothing of it.
 */
@NullMarked
package dev.ephor.faults.referee;

import org.jspecify.annotations.NullMarked;
