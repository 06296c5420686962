package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was asked, decided and held. */
public interface FindHistory {

    /**
     * Something that happened.
     *
     * @param kind request, decision, window or eligibility
     * @param what such as {@code approved}
     * @param by who did it; null: time, or a system without a name
     * @param place the directory, a target or an approval stage
     * @param note one line for people
     */
    record Happening(
            Instant at,
            String kind,
            String what,
            MembershipKey key,
            @Nullable String by,
            @Nullable String requestId,
            @Nullable String eligibilityId,
            @Nullable String place,
            @Nullable String note) {}

    /**
     * A membership that the directory had because of an activation.
     *
     * @param until null: it has it still
     */
    record Holding(
            MembershipKey key, String activationId, Instant since, @Nullable Instant until) {}

    /**
     * The timeline.
     *
     * @param person whose it is: what they asked, decided or held; null: everybody's
     */
    List<Listed<Happening>> timeline(String tenant, @Nullable String person, Listing listing);

    /** Who held what at an instant. */
    List<Listed<Holding>> heldAt(String tenant, Instant at, Listing listing);

    /** Whether somebody owns a group. */
    boolean owns(Viewer viewer, String group);
}
