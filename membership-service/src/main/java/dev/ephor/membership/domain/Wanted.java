package dev.ephor.membership.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the directory should hold, as the union of live grants.
 *
 * @param generation counts the changes; 0: never wanted
 * @param since when the change became due; null: never wanted
 * @param activationId the activation that brought the change, or the drift that is reverted; null:
 *     never wanted
 */
public record Wanted(
        long generation, boolean present, @Nullable Instant since, @Nullable String activationId) {
    static final Wanted NEVER = new Wanted(0, false, null, null);

    /** The generation of the membership once it is wanted. */
    long whenPresent() {
        return present ? generation : generation + 1;
    }
}
