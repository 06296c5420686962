package dev.ephor.audit.application;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From when to when memberships were confirmed to be there. */
public interface Accesses {
    /**
     * A membership was confirmed. Said again of what is there already, it changes nothing.
     *
     * @param windowEnd null: it has none
     */
    void begun(Origin origin, Fact fact, @Nullable Instant windowEnd);

    /** The window of an activation closed while another keeps the membership. */
    void givenUp(MembershipKey key, String activation, Fact fact);

    /** The window of an activation closed; the membership is there until it is confirmed gone. */
    void closed(MembershipKey key, String activation, Fact fact);

    /**
     * A membership was confirmed to be gone, whoever gave it.
     *
     * @param drift the drift that saw it vanish; null: it was taken away
     */
    void gone(MembershipKey key, Fact fact, @Nullable String drift);

    /** A membership that Ephor did not give ended, or is an activation's from now on. */
    void explained(MembershipKey key, String drift, Fact fact);

    /** A membership that a drift saw vanish is there again. */
    void back(MembershipKey key, String drift, Fact fact);

    /** The memberships that were there at an instant, in the order of their ids. */
    List<Access> at(Question question);

    /**
     * Who or what gave a membership: an activation, or somebody else, as a drift found out.
     *
     * @param activation null: Ephor did not give it
     */
    record Origin(MembershipKey key, @Nullable String activation, @Nullable String drift) {}

    /** When something was so, and the sequence of the entry that says it. */
    record Fact(Instant at, long sequence) {}

    /**
     * @param group null: any; one of the two is given
     * @param after the id behind which to go on
     */
    record Question(
            Instant at,
            @Nullable String group,
            @Nullable String principal,
            long after,
            int limit) {}

    /**
     * A membership that was there.
     *
     * @param activation null: Ephor did not give it
     * @param windowEnd when the activation was to end; null: it was to have no end
     * @param closed when its window had closed at that instant, and the removal was not yet
     *     confirmed; null: it was open
     * @param until when it was confirmed gone, later; null: it is still there
     */
    record Access(
            long id,
            MembershipKey key,
            @Nullable String activation,
            @Nullable String drift,
            @Nullable Instant windowEnd,
            Fact begun,
            @Nullable Fact closed,
            @Nullable Fact until) {}
}
