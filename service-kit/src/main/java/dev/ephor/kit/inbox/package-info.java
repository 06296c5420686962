/**
 * Consuming: one transaction per poll, each event handled once, dead letters for what cannot be
 * handled.
 */
@NullMarked
package dev.ephor.kit.inbox;

import org.jspecify.annotations.NullMarked;
