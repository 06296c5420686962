package dev.ephor.request.mailing;

import dev.ephor.events.CatalogEvent;
import dev.ephor.request.domain.Activation;
import java.util.Optional;

/** What a mail can tell beyond the event itself; to be called inside a transaction. */
public interface Known {
    /**
     * The newest definition under a key of the catalogue, unless it was removed or is another's.
     */
    <T extends CatalogEvent> Optional<T> defined(String catalogueKey, Class<T> kind);

    Optional<Activation> activation(String id);

    /** Whether the same access goes on by another activation. */
    boolean goesOn(Activation ended);
}
