package dev.ephor.provisioning.application;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a target is doing.
 *
 * @param pending memberships that it has yet to confirm
 * @param stuck those of them that a person has to look at
 */
public record TargetState(String target, String kind, Health health, int pending, long stuck) {

    /** Whether a target answers. */
    public enum Condition {
        ANSWERING,
        /** One call at a time finds out whether it does again. */
        NOT_ANSWERING,
        /** The same for so long that grants are asked rarely. */
        QUARANTINED;

        /** The word in the API. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param failingSince since when no call was answered; null: the last one was
     * @param lastAnswer one line about the last failure; empty: there was none
     * @param pausedUntil until when the target asked to be left alone; null: it did not
     */
    public record Health(
            Condition condition,
            @Nullable Instant failingSince,
            String lastAnswer,
            @Nullable Instant pausedUntil) {

        /** The same of a target that some instance put into quarantine. */
        Health quarantined(Instant since) {
            return new Health(
                    Condition.QUARANTINED,
                    Objects.requireNonNullElse(failingSince, since),
                    lastAnswer,
                    pausedUntil);
        }
    }
}
