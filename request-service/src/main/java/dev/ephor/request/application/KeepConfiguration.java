package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.domain.Eligibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands of all that can be configured. */
public interface KeepConfiguration {
    /**
     * Something that stands.
     *
     * @param version how often it changed
     * @param value null: removed
     * @param drifted whether it was changed through the API since a file was applied
     */
    record Kept<T>(long version, @Nullable T value, boolean drifted) {}

    /**
     * Until this transaction ends, nobody else changes what is configured or any eligibility. To be
     * called before a principal is locked.
     */
    void lock();

    /** That of the file that was applied last at a start; empty: none was. */
    Optional<String> fingerprint();

    /**
     * Remembers that a file was applied.
     *
     * @param tenant of which only it says something; null: of all
     * @param fingerprint of the file; null: not that of the file of the start
     */
    void applied(@Nullable String tenant, @Nullable String fingerprint, Instant at);

    /** By partition key. */
    Map<String, Kept<CatalogEvent>> catalog();

    /** One of them; empty where there never was one. */
    Optional<Kept<CatalogEvent>> catalog(String partitionKey);

    /** Those that are configured, and those that were and are removed through the API. */
    Map<MembershipKey, Kept<Eligibility>> eligibilities();

    /** Who is eligible because somebody asked. */
    Set<MembershipKey> eligibleByRequest();

    /**
     * Writes changes of the catalogue down, many at once.
     *
     * @param by whoever made them
     */
    void keepCatalog(Map<String, Kept<CatalogEvent>> catalog, String by, Instant at);

    void keepEligibilities(List<Change<Eligibility>> changes, Instant at);
}
