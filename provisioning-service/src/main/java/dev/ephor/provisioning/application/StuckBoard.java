package dev.ephor.provisioning.application;

import dev.ephor.connector.Exchange;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What targets do not do although they were asked repeatedly; a person has to look. */
public interface StuckBoard {

    /** Removals first, and of each the oldest first. */
    List<Stuck> of(String tenant);

    /**
     * @param since when the target should have been told
     * @param lastAnswer what came back last
     * @param retryAt when it is tried again
     * @param exchanges of the last call, which prove it; none where it was never called
     */
    record Stuck(
            MembershipKey key,
            String target,
            Change change,
            List<String> activations,
            int attempts,
            Instant since,
            @Nullable String lastAnswer,
            @Nullable Instant retryAt,
            List<Exchange> exchanges) {

        /** The same, proved. */
        public Stuck provedBy(List<Exchange> proof) {
            return new Stuck(
                    key,
                    target,
                    change,
                    activations,
                    attempts,
                    since,
                    lastAnswer,
                    retryAt,
                    List.copyOf(proof));
        }
    }
}
