package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who holds what or may activate it, now and from when on, for those who may see it. */
public interface FindSchedules {

    /**
     * A window of active access, or an eligibility.
     *
     * @param end null: without end
     * @param createdUsing the request that brought it; null: it is configured
     * @param status Graph's status of the request that brought it
     * @param assignmentType {@code activated} or {@code assigned}; null: an eligibility
     * @param eligibilityId what an activation hangs on
     */
    record Schedule(
            String id,
            MembershipKey key,
            Instant start,
            @Nullable Instant end,
            Instant createdAt,
            @Nullable String createdUsing,
            @Nullable Instant modifiedAt,
            String status,
            @Nullable String assignmentType,
            @Nullable String eligibilityId) {}

    /**
     * Which ones.
     *
     * @param begun whether only those that have begun
     * @param own whether only the viewer's own
     */
    record Wanted(FindRequests.Kind kind, boolean begun, boolean own, Instant now) {}

    Optional<Schedule> schedule(Viewer viewer, Wanted wanted, String id);

    List<Listed<Schedule>> schedules(Viewer viewer, Wanted wanted, Listing listing);

    long count(Viewer viewer, Wanted wanted, Listing listing);

    /** Those of these ids that are there, for whoever may see what names them. */
    Map<String, Schedule> byId(String tenant, FindRequests.Kind kind, Collection<String> ids);
}
