/**
 * What a story is and when it is whole: pure functions over events. Imports java.* and
 * common-events only.
 */
@NullMarked
package dev.ephor.audit.domain;

import org.jspecify.annotations.NullMarked;
