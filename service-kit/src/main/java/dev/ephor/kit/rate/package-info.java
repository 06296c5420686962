/** How often one caller may call. */
@NullMarked
package dev.ephor.kit.rate;

import org.jspecify.annotations.NullMarked;
