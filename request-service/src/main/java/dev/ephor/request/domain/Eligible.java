package dev.ephor.request.domain;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody is eligible for one key, was until lately, or wants to be for longer.
 *
 * @param live null: not eligible
 * @param past the one that ended last; null: none
 * @param pending what an admin still has to decide; null: nothing
 * @param warned how near its end the live one was said to be last; null: not yet near
 */
public record Eligible(
        @Nullable Eligibility live,
        @Nullable Eligibility past,
        @Nullable EligibilityRequest pending,
        @Nullable Warning warned) {
    public static final Eligible NOTHING = new Eligible(null, null, null, null);

    Eligible after(EligibilityEvent event) {
        return switch (event) {
            case EligibilityAssigned e ->
                    brought(
                            new Eligibility(e.eligibilityId(), e.key(), e.start(), e.end()),
                            e.requestId(),
                            e.start());
            case EligibilityUpdated e ->
                    brought(
                            new Eligibility(e.eligibilityId(), e.key(), e.start(), e.end()),
                            e.requestId(),
                            e.updatedAt());
            case EligibilityExtended e ->
                    brought(
                            new Eligibility(e.eligibilityId(), e.key(), e.start(), e.end()),
                            e.requestId(),
                            e.extendedAt());
            case EligibilityRemoved _ -> new Eligible(null, past, pending, null);
            case EligibilityExpired _ -> new Eligible(null, live, pending, null);
            case EligibilityEnding e ->
                    new Eligible(live, past, pending, Warning.before(e.before()));
            case EligibilityExtensionRequested e ->
                    new Eligible(live, past, EligibilityRequest.of(e), warned);
            case EligibilityExtensionDenied _, EligibilityExtensionCanceled _ -> decided();
            case EligibilityRefused _ -> this;
        };
    }

    private Eligible decided() {
        return new Eligible(live, past, null, warned);
    }

    /** What the holder had asked for is decided by what it brought. */
    private Eligible brought(Eligibility eligibility, @Nullable String requestId, Instant since) {
        boolean undecided = pending != null && !pending.id().equals(requestId);
        Warning said = Warning.saidAtFirst(eligibility.end(), since);
        return new Eligible(eligibility, past, undecided ? pending : null, said);
    }
}
