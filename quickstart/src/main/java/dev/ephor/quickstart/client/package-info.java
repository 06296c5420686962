/**
 * Callers of Ephor, of the directory and of the application, as any outsider would call them: over
 * HTTP, with a token.
 */
@NullMarked
package dev.ephor.quickstart.client;

import org.jspecify.annotations.NullMarked;
