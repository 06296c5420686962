package dev.ephor.provisioning.application;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.catalog.Catalog;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Which targets have to be told of a membership event, as configured now. Owners have none: who
 * administers a group in the directory is nothing that an application is told.
 */
@ApplicationScoped
class FindTargets {
    private final Catalog catalog;

    FindTargets(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @throws UnknownGroup for a grant in a group that is not configured; a close goes on, for what
     *     was granted is withdrawn although the group is gone
     */
    List<String> of(OfActivation event) {
        if (event.key().access() == Access.OWNER) {
            return List.of();
        }
        return switch (event) {
            case ActivationGranted granted -> of(granted);
            case WindowClosed closed -> configured(closed.key());
            default -> List.of();
        };
    }

    private List<String> of(ActivationGranted granted) {
        MembershipKey key = granted.key();
        if (catalog.group(key.tenant(), key.group()).isEmpty()) {
            throw new UnknownGroup(key);
        }
        return configured(key);
    }

    private List<String> configured(MembershipKey key) {
        return catalog.group(key.tenant(), key.group())
                .map(GroupDefined::targets)
                .orElse(List.of());
    }

    /** The membership is of a group that the catalogue does not hold. */
    static final class UnknownGroup extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnknownGroup(MembershipKey key) {
            super(
                    "the group %s of tenant %s is not in the catalogue: define it in ephor.yaml and replay this event"
                            .formatted(key.group(), key.tenant()));
        }
    }
}
