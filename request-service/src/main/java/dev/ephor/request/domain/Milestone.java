package dev.ephor.request.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stage that an activation has passed.
 *
 * @param where {@link #DIRECTORY}, a target's id or an approval stage's, where it is about one
 * @param by who caused it, if a principal or another system did
 * @param note one line for people
 */
public record Milestone(
        Stage stage,
        @Nullable String where,
        Instant at,
        @Nullable String by,
        @Nullable String note) {
    public static final String DIRECTORY = "directory";

    static Milestone of(Stage stage, Instant at) {
        return new Milestone(stage, null, at, null, null);
    }

    static Milestone by(Stage stage, Instant at, @Nullable String by, @Nullable String note) {
        return new Milestone(stage, null, at, by, note);
    }

    static Milestone where(Stage stage, String where, Instant at, @Nullable String note) {
        return new Milestone(stage, where, at, null, note);
    }
}
