package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.domain.Circumstances;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Under what terms a key can be held. */
public interface FindTerms {
    /** The rules of a group and access. */
    Optional<PolicyDefined> terms(MembershipKey key);

    /**
     * All that rules look at, in a number of statements that does not grow.
     *
     * @param held the groups that the principal holds through Ephor
     */
    Circumstances circumstances(MembershipKey key, Set<String> held);

    /** What is configured under these keys; what is not is left out. */
    Map<String, CatalogEvent> things(Collection<String> keys);
}
