/**
 * Sealed entries in the words of OCSF. What the words are is data ({@code ocsf/mapping.json}); here
 * is only what applies it. Imports Jackson and the codec of common-events; no other room.
 */
@NullMarked
package dev.ephor.audit.ocsf;

import org.jspecify.annotations.NullMarked;
