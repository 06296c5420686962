package dev.ephor.request.domain;

import dev.ephor.events.Policy.StepUp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A sign-in that may be weaker or older than it had to be. */
final class WeakerSignIn {
    private WeakerSignIn() {}

    /**
     * @param where for people, such as {@code In stage 1:} with a blank behind it; empty: the
     *     requester's
     */
    static void between(
            String where, @Nullable StepUp before, @Nullable StepUp after, Weakening weakening) {
        if (before == null) {
            return;
        }
        StepUp now = after == null ? new StepUp(null, null, null) : after;
        other(where + "The sign-in level", before.acr(), now.acr(), weakening);
        other(where + "The authentication context", before.context(), now.context(), weakening);
        Duration age = now.maximumAge();
        weakening.longer(where + "The oldest sign-in", before.maximumAge(), age);
    }

    private static void other(
            String what, @Nullable String before, @Nullable String after, Weakening weakening) {
        if (before != null && after == null) {
            weakening.when(true, what + " is not asked for any more.");
        } else {
            weakening.when(
                    before != null && !before.equals(after),
                    "%s is '%s' instead of '%s'.".formatted(what, after, before));
        }
    }
}
