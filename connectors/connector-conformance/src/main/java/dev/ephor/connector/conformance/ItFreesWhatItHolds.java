package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

/** Connections are few while it is open, and none when it is closed. */
interface ItFreesWhatItHolds extends OnStage {

    @Test
    default void keeps_its_connection_open_between_calls() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);
        int before = scene().world().openedConnections();

        // When
        for (int i = 0; i < 10; i++) {
            scene().grant(membership);
            scene().observe(membership);
            scene().withdraw(membership);
        }

        // Then
        assertThat(scene().world().openedConnections()).isEqualTo(before);
    }

    @Test
    default void frees_its_connections_when_it_is_closed() {
        // Given
        scene().grant(scene().membership());
        assertThat(scene().world().openConnections()).isPositive();

        // When
        scene().connector().close();

        // Then
        scene().await().untilAsserted(() -> assertThat(scene().world().openConnections()).isZero());
    }

    @Test
    default void may_be_closed_twice() {
        // Given
        scene().connector().close();

        // When
        var again = assertThatCode(() -> scene().connector().close());

        // Then
        again.doesNotThrowAnyException();
    }
}
