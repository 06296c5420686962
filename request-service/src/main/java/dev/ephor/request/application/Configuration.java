package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.domain.Eligibility;
import java.util.List;

/**
 * Everything that is configured: definitions only, no removals, in the order in which one needs the
 * other.
 */
public record Configuration(List<CatalogEvent> catalog, List<Eligibility> eligibilities) {
    public Configuration {
        catalog = List.copyOf(catalog);
        eligibilities = List.copyOf(eligibilities);
    }
}
