/**
 * What is decided about activations, and what is known of one.
 *
 * <p>Never imports another room, a framework, the clock or random: time, ids and the policy come
 * with the command.
 */
@NullMarked
package dev.ephor.request.domain;

import org.jspecify.annotations.NullMarked;
