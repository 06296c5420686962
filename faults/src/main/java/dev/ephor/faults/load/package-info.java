/** People who ask for access all the time, and write down what they asked and were told. */
@NullMarked
package dev.ephor.faults.load;

import org.jspecify.annotations.NullMarked;
