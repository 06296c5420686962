package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.request.domain.Command.Asking;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is configured, as it stands when something is decided.
 *
 * @param group null: not under Ephor's care
 * @param terms the rules of the group and access; null: there are none
 * @param principal of the key; null: not known
 * @param eligibility of the key; null: none
 * @param others the rules of what else the principal holds
 * @param names display names of the groups that the principal holds, by id, as far as they have one
 * @param suspensions what is suspended of the key, whatever the clock says
 * @param ticket what the ticket system said of the ticket; null: it was not asked
 */
public record Circumstances(
        @Nullable GroupDefined group,
        @Nullable PolicyDefined terms,
        @Nullable PrincipalSeen principal,
        @Nullable Eligibility eligibility,
        List<PolicyDefined> others,
        Map<String, String> names,
        List<Suspension> suspensions,
        @Nullable TicketStanding ticket) {
    public Circumstances {
        others = List.copyOf(others);
        names = Map.copyOf(names);
        suspensions = List.copyOf(suspensions);
    }

    /** An admin of the tenant, or an owner of the group. */
    public boolean administeredBy(Asking asking) {
        return asking.isAdmin() || (group != null && group.owners().contains(asking.by()));
    }

    public Circumstances with(@Nullable TicketStanding standing) {
        return new Circumstances(
                group, terms, principal, eligibility, others, names, suspensions, standing);
    }
}
