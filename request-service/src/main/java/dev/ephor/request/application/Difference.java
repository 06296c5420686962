package dev.ephor.request.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a file wants otherwise than it stands.
 *
 * @param what its key, such as {@code policy/TENANT/GROUP/member}
 * @param drift whether it was changed through the API since a file was applied
 * @param members what of it changes; empty where it is new or removed
 * @param weaker a sentence for each rule that would ask less
 */
public record Difference(
        Kind kind, String what, boolean drift, List<Member> members, List<String> weaker) {
    public Difference {
        members = List.copyOf(members);
        weaker = List.copyOf(weaker);
    }

    public enum Kind {
        NEW,
        CHANGED,
        REMOVED
    }

    /**
     * A member that changes, as JSON.
     *
     * @param name its path, such as {@code policy.stages[0].lapsesAfter}
     * @param from null: it was not there
     * @param to null: it is there no more
     */
    public record Member(String name, @Nullable String from, @Nullable String to) {}
}
