/**
 * What is wired and measured.
 *
 * <p>The one room that may import all the others.
 */
@NullMarked
package dev.ephor.approval.config;

import org.jspecify.annotations.NullMarked;
