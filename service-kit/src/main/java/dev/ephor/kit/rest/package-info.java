/**
 * Who calls, and how errors look: Graph's error object under {@code /v1.0}, RFC 9457 problems
 * elsewhere.
 */
@NullMarked
package dev.ephor.kit.rest;

import org.jspecify.annotations.NullMarked;
