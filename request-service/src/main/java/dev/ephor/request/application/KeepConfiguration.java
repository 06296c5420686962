package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.domain.Eligibility;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was last applied of the configuration. */
public interface KeepConfiguration {
    /**
     * Something configured, and how often it changed.
     *
     * @param value null: removed
     */
    record Kept<T>(long version, @Nullable T value) {}

    /** Nobody else applies a configuration before this transaction ends. */
    void lock();

    /** By partition key. */
    Map<String, Kept<CatalogEvent>> catalog();

    /** By id. */
    Map<String, Kept<Eligibility>> eligibilities();

    /**
     * Writes changes down, many at once.
     *
     * @param catalog by partition key
     * @param eligibilities by id
     * @param at when they change
     */
    void keep(
            Map<String, Kept<CatalogEvent>> catalog,
            Map<String, Kept<Eligibility>> eligibilities,
            Instant at);
}
