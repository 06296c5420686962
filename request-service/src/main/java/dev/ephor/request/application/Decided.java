package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.request.domain.Circumstances;

/**
 * What came of a request.
 *
 * @param circumstances under which it was decided
 * @param isRelated whether the caller has, or had until just now, something to do with the group;
 *     only then may the answer show that the group exists
 */
public record Decided(RequestEvent event, Circumstances circumstances, boolean isRelated) {}
