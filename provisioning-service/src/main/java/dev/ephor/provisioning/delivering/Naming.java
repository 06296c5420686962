package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Membership;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import jakarta.enterprise.context.ApplicationScoped;

/** What a connector needs in order to find group and principal, as far as it is known. */
@ApplicationScoped
class Naming {
    private final Catalog catalog;

    Naming(Catalog catalog) {
        this.catalog = catalog;
    }

    Membership of(MembershipKey key) {
        return new Membership(
                group(key.tenant(), key.group()), principal(key), key.access().wire());
    }

    /** A group that is no longer configured is known by its id alone: enough to withdraw. */
    Membership.Group group(String tenant, String group) {
        String name = catalog.group(tenant, group).map(GroupDefined::displayName).orElse(group);
        return new Membership.Group(tenant, group, name);
    }

    private Membership.Principal principal(MembershipKey key) {
        return catalog.principal(key.tenant(), key.principal())
                .map(Naming::known)
                .orElseGet(
                        () ->
                                new Membership.Principal(
                                        key.principal(), null, null, null, null, null));
    }

    private static Membership.Principal known(PrincipalSeen seen) {
        return new Membership.Principal(
                seen.principal(),
                seen.userName(),
                seen.displayName(),
                seen.mail(),
                seen.givenName(),
                seen.familyName());
    }
}
