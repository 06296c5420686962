package dev.ephor.provisioning.application;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Needs to know what waits for the targets of a tenant, whichever instance tells them. */
public interface FindWaiting {

    /** By target; one for which nothing waits, and that is in no quarantine, is missing. */
    Map<String, Waiting> at(String tenant);

    /**
     * @param pending memberships that the target has yet to confirm
     * @param stuck those of them that a person has to look at
     * @param quarantinedAt since when it is in quarantine; null: it is in none
     */
    record Waiting(String target, int pending, long stuck, @Nullable Instant quarantinedAt) {
        static Waiting nothing(String target) {
            return new Waiting(target, 0, 0, null);
        }
    }
}
