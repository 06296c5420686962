package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.request.application.FindHistory.Happening;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the timeline.
 *
 * @param kind request, decision, window or eligibility
 * @param what such as {@code approved}
 * @param principal whose access it is about
 * @param by who did it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HappeningView(
        Instant at,
        String kind,
        String what,
        String group,
        String principal,
        String access,
        @Nullable String by,
        @Nullable String request,
        @Nullable String eligibility,
        @Nullable String place,
        @Nullable String note) {

    static HappeningView of(Happening happening) {
        return new HappeningView(
                happening.at(),
                happening.kind(),
                happening.what(),
                happening.key().group(),
                happening.key().principal(),
                happening.key().access().wire(),
                happening.by(),
                happening.requestId(),
                happening.eligibilityId(),
                happening.place(),
                happening.note());
    }
}
