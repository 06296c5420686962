package dev.ephor.membership.config;

import static java.util.stream.Collectors.toMap;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.membership.application.Directories;
import dev.ephor.membership.application.Directories.Call;
import java.util.List;
import java.util.Optional;

/**
 * Reads one membership at each directory when the service starts: classes are loaded, a token is
 * fetched and a connection is open before the first removal needs them. What the directory answers
 * does not matter here.
 */
final class WarmingUp {
    private final Catalog catalog;
    private final Directories directories;

    WarmingUp(Catalog catalog, Directories directories) {
        this.catalog = catalog;
        this.directories = directories;
    }

    void run() {
        catalog.all(GroupDefined.class).stream()
                .collect(
                        toMap(
                                group -> group.tenant() + "/" + group.directory(),
                                group -> group,
                                (one, _) -> one))
                .values()
                .forEach(this::read);
    }

    private void read(GroupDefined group) {
        anybody(group.tenant())
                .map(
                        somebody ->
                                new MembershipKey(
                                        group.tenant(),
                                        group.group(),
                                        somebody.principal(),
                                        Access.MEMBER))
                .ifPresent(key -> directories.call(Call.OBSERVE, List.of(key)));
    }

    private Optional<PrincipalSeen> anybody(String tenant) {
        return catalog.all(PrincipalSeen.class).stream()
                .filter(seen -> seen.tenant().equals(tenant))
                .findFirst();
    }
}
