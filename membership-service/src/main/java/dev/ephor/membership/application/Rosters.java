package dev.ephor.membership.application;

import dev.ephor.connector.Roster;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Needs to read who holds the groups that are managed, past everything that Ephor knows. */
public interface Rosters {

    /**
     * An access to a group that Ephor gives and takes. Others are nobody's business here.
     *
     * @param reverts whether drift is undone there, and not only reported
     */
    record Managed(String tenant, String group, Access access, boolean reverts) {
        /** Empty where the directory has an id that cannot be one of Ephor's. */
        Optional<MembershipKey> of(String principal) {
            try {
                return Optional.of(new MembershipKey(tenant, group, principal, access));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
    }

    /** The directories that can be read, as {@link Directories#of} names them. */
    Set<String> directories();

    /** What is managed in a directory, in a stable order. */
    List<Managed> managed(String directory);

    /** Reads one page; blocks. Never throws: what went wrong is a value. */
    Roster.Page members(String directory, Managed managed, @Nullable String cursor);

    /** Reads the changes since a mark; blocks. Never throws: what went wrong is a value. */
    Roster.Changes changes(String directory, @Nullable String mark);
}
