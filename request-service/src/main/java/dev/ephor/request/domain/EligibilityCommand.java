package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import dev.ephor.request.domain.Command.Asking;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants of the {@link EligibilityDecider}. */
public sealed interface EligibilityCommand {
    MembershipKey key();

    /**
     * Eligibility is given, changed, taken away or asked for.
     *
     * @param newId of the eligibility, should there be a new one
     */
    record Ask(Asking asking, Wish wish, Circumstances circumstances, String newId)
            implements EligibilityCommand {
        @Override
        public MembershipKey key() {
            return wish.key();
        }
    }

    /** An admin does not give what the holder asked for. */
    record Deny(
            Asking asking,
            MembershipKey key,
            String requestId,
            @Nullable String reason,
            Circumstances circumstances)
            implements EligibilityCommand {}

    /** What the holder asked for is withdrawn. */
    record Withdraw(Asking asking, MembershipKey key, String requestId, Circumstances circumstances)
            implements EligibilityCommand {}

    /** Time passes. */
    record Pass(MembershipKey key, Instant now) implements EligibilityCommand {}
}
