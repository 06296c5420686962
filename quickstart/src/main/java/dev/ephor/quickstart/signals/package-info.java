/** A producer of signals, as another system would be one: it signs what it says. */
@NullMarked
package dev.ephor.quickstart.signals;

import org.jspecify.annotations.NullMarked;
