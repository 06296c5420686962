package dev.ephor.request.domain;

import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants of the {@link ActivationDecider}. */
public sealed interface Command {
    Asking asking();

    MembershipKey key();

    /**
     * Who asks, and when.
     *
     * @param id the new id of the request
     * @param by object id of the caller
     */
    record Asking(String id, String by, Assurance assurance, Instant now) {}

    /**
     * A window is wanted.
     *
     * @param policy as it stands now; null: the group is not under Ephor's care
     * @param eligibility of the key's principal; null: none
     */
    record Submit(
            Asking asking, Wish wish, @Nullable Policy policy, @Nullable Eligibility eligibility)
            implements Command {

        @Override
        public MembershipKey key() {
            return wish.key();
        }

        /** When the window opens if nobody has to approve it. */
        public Instant start() {
            Instant wanted = wish.start();
            return wanted == null || wanted.isBefore(asking.now()) ? asking.now() : wanted;
        }

        public Duration duration() {
            Duration wanted = wish.duration();
            if (wanted != null) {
                return wanted;
            }
            return policy == null ? Duration.ZERO : policy.defaultDuration();
        }

        /** When the window closes if it opens at {@link #start}; the end of time where none is. */
        public Instant end() {
            try {
                return start().plus(duration());
            } catch (DateTimeException | ArithmeticException e) {
                return Instant.MAX;
            }
        }
    }

    /** What is held, or asked for, is given back. */
    record Deactivate(Asking asking, MembershipKey key, @Nullable String justification)
            implements Command {}
}
