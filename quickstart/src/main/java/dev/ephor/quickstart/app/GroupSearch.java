package dev.ephor.quickstart.app;

import de.captaingoldfish.scim.sdk.common.resources.Group;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.filter.resources.FilterResourceResolver;
import dev.ephor.quickstart.app.Equalities.Equality;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds groups by filter; comparisons that clients really send cost no more at 5,000 members than
 * at none.
 */
record GroupSearch(AppState state, ServiceProvider serviceProvider) {
    private static final Set<String> KNOWN =
            Set.of("id", "displayname", "externalid", "members", "members.value");

    List<AppGroup> find(FilterNode filter) {
        return Equalities.all(filter)
                .filter(
                        equalities ->
                                equalities.stream().allMatch(e -> KNOWN.contains(e.attribute())))
                .map(this::byEqualities)
                .orElseGet(() -> byLibrary(filter));
    }

    private List<AppGroup> byEqualities(List<Equality> equalities) {
        return candidates(equalities).stream()
                .filter(group -> equalities.stream().allMatch(equality -> holds(group, equality)))
                .toList();
    }

    private List<AppGroup> candidates(List<Equality> equalities) {
        for (Equality equality : equalities) {
            Optional<AppGroup> only =
                    switch (equality.attribute()) {
                        case "id" -> state.groups().find(equality.text());
                        case "displayname" -> state.groups().named(equality.text());
                        default -> Optional.empty();
                    };
            if (only.isPresent()) {
                return List.of(only.get());
            }
        }
        return state.groups().all();
    }

    private static boolean holds(AppGroup group, Equality equality) {
        return switch (equality.attribute()) {
            case "id" -> group.id().equals(equality.text());
            case "displayname" -> group.view().displayName().equalsIgnoreCase(equality.text());
            case "externalid" -> equality.text().equals(group.view().externalId());
            default -> group.has(equality.text());
        };
    }

    private List<AppGroup> byLibrary(FilterNode filter) {
        List<Group> all =
                state.groups().all().stream().map(g -> GroupResources.resource(g, true)).toList();
        return FilterResourceResolver.filterResources(serviceProvider, all, filter).stream()
                .flatMap(group -> group.getId().flatMap(state.groups()::find).stream())
                .toList();
    }
}
