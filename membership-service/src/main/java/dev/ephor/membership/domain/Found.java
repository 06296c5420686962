package dev.ephor.membership.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found at the directory beside what Ephor did there.
 *
 * @param standing whether the membership is also somebody else's: it was there before Ephor gave
 *     it, or a person accepted it. One more member of the union
 * @param drift null: none is known
 * @param seenAt when the directory was looked at; an older look is no news
 */
public record Found(boolean standing, @Nullable Drift drift, Instant seenAt) {
    static final Found NOTHING = new Found(false, null, Instant.EPOCH);

    Found standing(boolean stands) {
        return new Found(stands, drift, seenAt);
    }

    Found with(@Nullable Drift newer) {
        return new Found(standing, newer, seenAt);
    }

    Found seen(Instant at) {
        return at.isAfter(seenAt) ? new Found(standing, drift, at) : this;
    }
}
