package dev.ephor.request.application;

import dev.ephor.events.Scope;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Response;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The responses that are kept, and what they reach. */
public interface KeepResponses {
    /**
     * A response and how many events it has said.
     *
     * @param version of its stream
     */
    record Kept(Response response, long version) {
        Kept after(Response next) {
            return new Kept(next, version + 1);
        }
    }

    /**
     * Until this transaction ends, nobody decides about a principal of the tenant: what is decided
     * after it sees what it did.
     */
    void lock(String tenant);

    Optional<Kept> find(String id);

    /** To be changed: nobody else changes it until this transaction ends. */
    Optional<Kept> lockOne(String id);

    /** Those that suspend exactly this scope, to be changed. */
    List<Kept> lockStanding(Scope scope);

    void add(Kept response);

    void save(Kept response);

    /** Some of what a response has still to end, to be changed, in one order everywhere. */
    List<Activation> lockReach(Response response, Instant now, int atMost);

    /** Writes down that a response ended these. */
    void remember(String response, Collection<String> activations);

    /** The responses that ended one of these and were not confirmed as a whole. */
    List<String> unconfirmed(Collection<String> activations);

    /**
     * How much a response ended, and how much of that is confirmed to be gone.
     *
     * @param confirmed at the directory and at every target
     */
    record Count(int all, int confirmed) {
        boolean isConfirmed() {
            return all == confirmed;
        }
    }

    Count count(String id);

    /** Those of which something is to be done by then, the first first. */
    List<String> due(Instant by, int atMost);

    Optional<Instant> nextDue();
}
