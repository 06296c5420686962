package dev.ephor.membership.application;

import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import dev.ephor.events.Access;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The roster of an {@link EntraDirectory}; what is managed, a bench says. */
final class EntraRosters implements Rosters {
    final AtomicInteger pages = new AtomicInteger();
    @Nullable EntraDirectory directory;
    private final List<Managed> managed = new ArrayList<>();

    void manage(String group) {
        managed.add(new Managed("acme", group, Access.MEMBER, false));
    }

    @Override
    public Set<String> directories() {
        return Set.of("entra");
    }

    @Override
    public List<Managed> managed(String name) {
        return managed;
    }

    @Override
    public Roster.Page members(String name, Managed m, @Nullable String cursor) {
        pages.incrementAndGet();
        return roster().members(group(m), m.access().wire(), cursor);
    }

    @Override
    public Roster.Changes changes(String name, @Nullable String mark) {
        return roster().changes(managed.stream().map(EntraRosters::group).toList(), mark);
    }

    private Roster roster() {
        return Objects.requireNonNull(directory).roster();
    }

    private static Group group(Managed m) {
        return new Group(m.tenant(), m.group(), m.group());
    }
}
