package dev.ephor.connector;

import dev.ephor.connector.Membership.Group;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads who holds the groups of a directory, whoever gave it: what drift is found with. Optional; a
 * connector offers it by {@link Connector#roster}. Calls block, never retry, and may come from
 * several threads, as those of the connector.
 */
public interface Roster {

    /**
     * Reads one page of those who hold an access directly.
     *
     * @param access {@code member} or {@code owner}
     * @param cursor of the page before; null for the first page
     */
    Page members(Group group, String access, @Nullable String cursor);

    /**
     * Reads what changed since a mark, where the other side can tell.
     *
     * @param groups whose changes are wanted; those of others are left out
     * @param mark as the last answer gave it; null: from now on, with nothing of what was before,
     *     so that reading all members has to follow
     */
    default Changes changes(List<Group> groups, @Nullable String mark) {
        return new Changes.NotOffered();
    }

    /** What came of reading one page. */
    sealed interface Page {

        /**
         * @param principals ids as the directory has them
         * @param next the cursor of the next page; null: this was the last
         */
        record Read(List<String> principals, @Nullable String next) implements Page {
            public Read {
                principals = List.copyOf(principals);
            }
        }

        /**
         * @param failure why there is no page
         */
        record Unread(Answer failure) implements Page {}
    }

    /** What came of asking for changes. */
    sealed interface Changes {

        /**
         * @param changed in the order in which it happened, as far as the other side keeps one; a
         *     change may come again
         * @param mark where to go on
         * @param more whether asking again at once yields more
         */
        record Since(List<Changed> changed, String mark, boolean more) implements Changes {
            public Since {
                changed = List.copyOf(changed);
            }
        }

        /** The other side does not know the mark any more: begin anew, and read all members. */
        record MarkLost() implements Changes {}

        /** The other side does not tell changes: only reading all members finds them. */
        record NotOffered() implements Changes {}

        /**
         * @param failure why nothing is known; the mark stays good
         */
        record Unread(Answer failure) implements Changes {}
    }

    /**
     * One access that somebody was given or lost.
     *
     * @param group its id
     * @param principal its id, as the directory has it
     * @param present whether the principal held the access after the change
     */
    record Changed(String group, String principal, String access, boolean present) {}
}
