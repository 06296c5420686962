package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.MembershipKey;
import java.util.Collection;
import java.util.Map;

/** What is configured of the things that a list names, many at once. */
public interface FindCatalogue {
    /** By object id; without those that are not configured any more. */
    Map<String, GroupDefined> groups(String tenant, Collection<String> ids);

    /** By object id; without those of whom nothing is known. */
    Map<String, PrincipalSeen> principals(String tenant, Collection<String> ids);

    /** Under which each can be activated; without those that have none. */
    Map<MembershipKey, PolicyDefined> policies(Collection<MembershipKey> keys);
}
