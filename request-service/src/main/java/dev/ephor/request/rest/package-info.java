/**
 * The HTTP APIs: Graph's wire shapes under {@code /v1.0}, Ephor's own under {@code /ephor/v1}.
 *
 * <p>Never imports kafka or store.
 */
@NullMarked
package dev.ephor.request.rest;

import org.jspecify.annotations.NullMarked;
