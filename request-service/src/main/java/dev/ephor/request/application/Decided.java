package dev.ephor.request.application;

import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent;
import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param policy under which it was decided; null: none
 * @param isRelated whether the principal has, or had until just now, something to do with the
 *     group; only then may the answer show that the group exists
 */
public record Decided(RequestEvent event, @Nullable Policy policy, boolean isRelated) {}
