package dev.ephor.membership.config;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.DriftPolicy;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.membership.application.Rosters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads directories through the rosters of their connectors. Managed is what has a policy: an
 * access that nobody can activate is not Ephor's.
 */
final class ConnectorRosters implements Rosters {
    private final Catalog catalog;
    private final OpenConnectors connectors;

    ConnectorRosters(Catalog catalog, OpenConnectors connectors) {
        this.catalog = catalog;
        this.connectors = connectors;
    }

    @Override
    public Set<String> directories() {
        return catalog.all(DirectoryDefined.class).stream()
                .filter(this::isReadable)
                .map(ConnectorRosters::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Managed> managed(String directory) {
        return groups(directory)
                .flatMap(this::managed)
                .sorted(Comparator.comparing(Managed::group).thenComparing(Managed::access))
                .toList();
    }

    private Stream<Managed> managed(GroupDefined group) {
        boolean reverts = group.driftPolicy().action() == DriftPolicy.Action.REVERT;
        return Stream.of(Access.values())
                .filter(access -> catalog.policy(group.tenant(), group.group(), access).isPresent())
                .map(access -> new Managed(group.tenant(), group.group(), access, reverts));
    }

    @Override
    public Roster.Page members(String directory, Managed managed, @Nullable String cursor) {
        Optional<GroupDefined> group =
                catalog.group(managed.tenant(), managed.group())
                        .filter(g -> managed(g).anyMatch(managed::equals));
        return group.isEmpty()
                ? new Roster.Page.Unread(
                        new Answer.Rejected("The group is managed otherwise by now"))
                : read(
                        directory,
                        roster ->
                                roster.members(group(group.get()), managed.access().wire(), cursor),
                        Roster.Page.Unread::new);
    }

    @Override
    public Roster.Changes changes(String directory, @Nullable String mark) {
        List<Group> groups = groups(directory).map(ConnectorRosters::group).toList();
        return read(directory, r -> r.changes(groups, mark), Roster.Changes.Unread::new);
    }

    private Stream<GroupDefined> groups(String directory) {
        return catalog.all(GroupDefined.class).stream()
                .filter(g -> directory.equals(g.tenant() + "/" + g.directory()));
    }

    private static Group group(GroupDefined group) {
        return new Group(group.tenant(), group.group(), group.displayName());
    }

    private static String name(DirectoryDefined directory) {
        return directory.tenant() + "/" + directory.directory();
    }

    private boolean isReadable(DirectoryDefined directory) {
        return with(directory, c -> c.roster().isPresent(), _ -> false);
    }

    private <T> T read(String name, Function<Roster, T> call, Function<Answer, T> failed) {
        int slash = name.indexOf('/');
        return catalog.directory(name.substring(0, slash), name.substring(slash + 1))
                .map(d -> with(d, c -> call.apply(c.roster().orElseThrow()), failed))
                .orElseGet(
                        () ->
                                failed.apply(
                                        new Answer.Unreachable("There is no directory " + name)));
    }

    private <T> T with(
            DirectoryDefined directory, Function<Connector, T> call, Function<Answer, T> failed) {
        try {
            OpenConnector open = connectors.enter(directory);
            try {
                return call.apply(open.connector());
            } finally {
                open.leave();
            }
        } catch (RuntimeException e) {
            return failed.apply(new Answer.Unreachable("The connector failed: " + e));
        }
    }
}
