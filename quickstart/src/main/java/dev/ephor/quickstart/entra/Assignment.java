package dev.ephor.quickstart.entra;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An active assignment of PIM for Groups: what Graph calls an assignment schedule.
 *
 * @param requestId the request that made it, or changed it last
 * @param since when PIM gave it; it can be taken back five minutes later
 * @param until when PIM ends it; null: never
 */
record Assignment(Link link, String requestId, Instant since, @Nullable Instant until) {

    /** Who is assigned to what; there is one assignment for each at most. */
    record Link(String group, Access access, String principal) {}

    /** Ids of schedules: {@code {group}_{access}_{request}}. */
    String scheduleId() {
        return link.group + "_" + link.access.accessId() + "_" + requestId;
    }

    boolean isOverBy(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
