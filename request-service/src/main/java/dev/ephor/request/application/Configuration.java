package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is configured: definitions only, no removals, in the order in which one needs the
 * other.
 */
public record Configuration(List<CatalogEvent> catalog, List<Eligible> eligibilities) {
    public Configuration {
        catalog = List.copyOf(catalog);
        eligibilities = List.copyOf(eligibilities);
    }

    /**
     * Who shall be eligible from when to when. Its id is given when it is applied.
     *
     * @param end null: without end
     */
    public record Eligible(MembershipKey key, Instant start, @Nullable Instant end) {}
}
