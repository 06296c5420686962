package dev.ephor.membership.application;

import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.events.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The roster of a {@link MemoryDirectory}; what is managed, a test says. */
final class MemoryRosters implements Rosters {
    final List<Managed> managed = new ArrayList<>();
    boolean tellsChanges = true;
    private final MemoryDirectory directory;

    MemoryRosters(MemoryDirectory directory) {
        this.directory = directory;
    }

    void manage(String group) {
        managed.add(new Managed("acme", group, Access.MEMBER, false));
    }

    @Override
    public Set<String> directories() {
        return Set.of("memory");
    }

    @Override
    public List<Managed> managed(String name) {
        return List.copyOf(managed);
    }

    @Override
    public Roster.Page members(String name, Managed m, @Nullable String cursor) {
        return directory.roster().members(group(m), m.access().wire(), cursor);
    }

    @Override
    public Roster.Changes changes(String name, @Nullable String mark) {
        // A directory has more groups than those that are managed.
        var others = new Managed("acme", "others", Access.MEMBER, false);
        var groups =
                Stream.concat(managed.stream(), Stream.of(others))
                        .map(MemoryRosters::group)
                        .toList();
        return tellsChanges
                ? directory.roster().changes(groups, mark)
                : new Roster.Changes.NotOffered();
    }

    private static Membership.Group group(Managed m) {
        return new Membership.Group(m.tenant(), m.group(), m.group());
    }
}
