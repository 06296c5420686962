/** What a person sees who has the platform running: addresses, and lines to paste. */
@NullMarked
package dev.ephor.quickstart.up;

import org.jspecify.annotations.NullMarked;
