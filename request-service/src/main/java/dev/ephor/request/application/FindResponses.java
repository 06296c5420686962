package dev.ephor.request.application;

import dev.ephor.kit.list.Listed;
import dev.ephor.kit.list.Listing;
import dev.ephor.request.application.KeepResponses.Count;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was done about signals, for those who may see it. */
public interface FindResponses {
    /** A response and what came of it so far. */
    record Found(Response response, Count count) {}

    Optional<Found> response(String tenant, String id);

    List<Listed<Found>> responses(String tenant, Listing listing);

    /**
     * What it ended, by id.
     *
     * @param after the id of the last one seen; null: from the beginning
     */
    List<Activation> ended(String id, @Nullable String after, int atMost);
}
