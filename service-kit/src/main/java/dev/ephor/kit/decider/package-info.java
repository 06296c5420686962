/**
 * How a service decides: pure functions from commands and state to events. Imports nothing but java
 * and common-events, because every service's domain room imports it.
 */
@NullMarked
package dev.ephor.kit.decider;

import org.jspecify.annotations.NullMarked;
