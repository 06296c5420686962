package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever listens hears what was sent and what came back, and no secret. */
interface ItTellsWhatItExchanged extends OnStage {

    @Test
    default void tells_the_exchanges_of_every_call() {
        // Given
        var membership = scene().membership();
        assumeTold();

        // When
        var granting = Exchanges.during(() -> scene().grant(membership)).exchanges();
        var observing = Exchanges.during(() -> scene().observe(membership)).exchanges();
        var withdrawing = Exchanges.during(() -> scene().withdraw(membership)).exchanges();

        // Then
        assertThat(List.of(granting, observing, withdrawing))
                .noneMatch(List::isEmpty)
                .allSatisfy(all -> assertThat(all).allMatch(e -> e.status() != null));
    }

    @Test
    default void tells_of_an_exchange_that_nobody_answered() {
        // Given
        var membership = scene().membership();
        assumeTold();
        scene().suffer(Fault.REFUSING);

        // When
        var told = Exchanges.during(() -> scene().grant(membership)).exchanges();

        // Then
        assertThat(told).isNotEmpty().anyMatch(exchange -> exchange.status() == null);
    }

    @Test
    default void keeps_secrets_out_of_every_exchange() {
        // Given
        var membership = scene().membership();
        var told = new ArrayList<Exchange>(assumeTold());

        // When
        told.addAll(Exchanges.during(() -> scene().everything(membership)).exchanges());
        told.addAll(Exchanges.during(scene().connector()::check).exchanges());
        try (Connector connector = scene().openWithWrongCredential()) {
            told.addAll(Exchanges.during(() -> connector.grant(List.of(membership))).exchanges());
        }

        // Then
        for (String secret : scene().world().secrets()) {
            assertThat(told).noneMatch(exchange -> exchange.toString().contains(secret));
        }
    }

    /** Skips the test where the connector tells none at all. */
    private List<Exchange> assumeTold() {
        var membership = scene().membership();
        var told = Exchanges.during(() -> scene().everything(membership)).exchanges();
        assumeThat(told).isNotEmpty();
        return told;
    }
}
