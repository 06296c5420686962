package dev.ephor.approval.application;

import dev.ephor.approval.domain.Staff;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.catalog.CatalogFollower;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people of each tenant, as the catalogue knows them. Waits for the catalogue where it is not
 * loaded yet: before that, a stage would seem to have nobody who could pass it.
 */
@ApplicationScoped
public class KnownPeople {
    /** Between the two topics lie milliseconds, unless a broker is in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Catalog catalog;
    private final CatalogFollower follower;

    KnownPeople(Catalog catalog, CatalogFollower follower) {
        this.catalog = catalog;
        this.follower = follower;
    }

    /**
     * Waits until the catalogue has heard of whomever these requests want to ask. Request-service
     * says a group before it says a request for it, but on another topic, so that here either may
     * come first.
     *
     * @return what it has not heard of after {@link #PATIENCE}; usually nothing
     */
    List<String> awaitThoseAsked(Collection<ActivationRequested> requests) {
        awaitCatalog();
        try {
            catalog.await(() -> unheardOf(requests).isEmpty(), PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the catalogue knew the approvers", e);
        }
        return unheardOf(requests);
    }

    private List<String> unheardOf(Collection<ActivationRequested> requests) {
        return requests.stream()
                .flatMap(request -> Needed.of(request, of(request.key().tenant())))
                .filter(key -> !catalog.hasHeardOf(key))
                .distinct()
                .toList();
    }

    Staff of(String tenant) {
        awaitCatalog();
        return new StaffOfTenant(catalog, tenant);
    }

    /** The name of a person; null: none known. */
    public @Nullable String nameOfPerson(String tenant, String person) {
        return catalog.principal(tenant, person)
                .flatMap(seen -> Optional.ofNullable(seen.displayName()))
                .orElse(null);
    }

    /** The name of a group under Ephor's care; null: none known. */
    public @Nullable String nameOfGroup(String tenant, String group) {
        return catalog.group(tenant, group).map(GroupDefined::displayName).orElse(null);
    }

    private void awaitCatalog() {
        try {
            follower.awaitLoaded();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the catalogue was loaded", e);
        }
    }

    private record StaffOfTenant(Catalog catalog, String tenant) implements Staff {
        /** Who was removed is as good as disabled; whom nobody has seen yet is not. */
        @Override
        public boolean isDisabled(String person) {
            return catalog.principal(tenant, person)
                    .map(PrincipalSeen::disabled)
                    .orElseGet(() -> catalog.isRemoved(tenant, person));
        }

        @Override
        public List<String> membersOf(String group) {
            return catalog.approverGroup(tenant, group)
                    .map(ApproverGroupDefined::members)
                    .orElse(List.of());
        }

        @Override
        public Optional<String> managerOf(String person) {
            return catalog.principal(tenant, person)
                    .flatMap(seen -> Optional.ofNullable(seen.manager()));
        }

        @Override
        public List<Approver> defaults() {
            return catalog.tenant(tenant).map(TenantDefined::defaultApprovers).orElse(List.of());
        }
    }
}
