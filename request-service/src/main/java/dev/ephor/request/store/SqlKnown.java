package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.EventTypes;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.mailing.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What mails tell, by primary key: what a transaction has seen once is in its session. */
@ApplicationScoped
class SqlKnown implements Known {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);

    @Override
    public <T extends CatalogEvent> Optional<T> defined(String catalogueKey, Class<T> kind) {
        return CatalogueRow.<CatalogueRow>findByIdOptional(catalogueKey)
                .filter(row -> !row.removed)
                .map(CatalogueRow::event)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    @Override
    public Optional<Activation> activation(String id) {
        return RequestRow.<RequestRow>findByIdOptional(id)
                .filter(row -> row.type.equals(ACTIVATION))
                .map(RequestRow::activation);
    }

    @Override
    public boolean goesOn(Activation ended) {
        return RequestRow.<RequestRow>find(
                        "membershipKey = ?1 and live and type = ?2",
                        ended.key().toString(),
                        ACTIVATION)
                .stream()
                .map(RequestRow::activation)
                .anyMatch(Activation::isUnderway);
    }
}
