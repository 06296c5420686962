/**
 * What is decided about approvals: pure functions from commands and state to events.
 *
 * <p>Imports java, common-events and the kit's decider; never a framework, a clock or another room.
 */
@NullMarked
package dev.ephor.approval.domain;

import org.jspecify.annotations.NullMarked;
