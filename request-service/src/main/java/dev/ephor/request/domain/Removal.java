package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.ApproverGroupRemoved;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.DirectoryRemoved;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.GroupRemoved;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PolicyRemoved;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.events.CatalogEvent.PrincipalRemoved;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.CatalogEvent.TargetRemoved;
import dev.ephor.events.CatalogEvent.TenantDefined;
import dev.ephor.events.CatalogEvent.TenantRemoved;
import dev.ephor.events.CatalogEvent.TicketSystemDefined;
import dev.ephor.events.CatalogEvent.TicketSystemRemoved;

/** The last word about something that is configured no more. */
public final class Removal {
    private Removal() {}

    /** The removal of what an event defined. */
    public static CatalogEvent of(CatalogEvent defined) {
        return switch (defined) {
            case DirectoryDefined e -> new DirectoryRemoved(e.tenant(), e.directory());
            case TargetDefined e -> new TargetRemoved(e.tenant(), e.target());
            case GroupDefined e -> new GroupRemoved(e.tenant(), e.group());
            case PolicyDefined e -> new PolicyRemoved(e.tenant(), e.group(), e.access());
            case TenantDefined e -> new TenantRemoved(e.tenant());
            case ApproverGroupDefined e -> new ApproverGroupRemoved(e.tenant(), e.group());
            case TicketSystemDefined e -> new TicketSystemRemoved(e.tenant(), e.ticketSystem());
            case PrincipalSeen e -> new PrincipalRemoved(e.tenant(), e.principal());
            case DirectoryRemoved e -> e;
            case TargetRemoved e -> e;
            case GroupRemoved e -> e;
            case PolicyRemoved e -> e;
            case PrincipalRemoved e -> e;
            case TenantRemoved e -> e;
            case ApproverGroupRemoved e -> e;
            case TicketSystemRemoved e -> e;
            case PolicyWeakened e -> e;
        };
    }
}
