package dev.ephor.membership.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenConnectorsTest {
    private final String name = "world-" + UUID.randomUUID();
    private final MemoryWorld world = MemoryWorld.named(name);
    private final OpenConnectors connectors = new OpenConnectors(_ -> null);

    @AfterEach
    void close() {
        connectors.close();
    }

    @Test
    void opens_a_directory_once() {
        connectors.enter(directory("memory", name)).leave();
        connectors.enter(directory("memory", name)).leave();

        assertThat(world.openedConnections()).isEqualTo(1);
        assertThat(world.openConnections()).isEqualTo(1);
    }

    @Test
    void opens_a_directory_again_when_its_definition_changes() {
        connectors.enter(directory("memory", name)).leave();
        connectors.enter(directory("memory", "another-" + name)).leave();

        assertThat(world.openConnections()).isZero();
        assertThat(MemoryWorld.named("another-" + name).openConnections()).isEqualTo(1);
    }

    @Test
    void closes_a_connector_only_after_the_last_call_that_uses_it() {
        OpenConnector inUse = connectors.enter(directory("memory", name));
        connectors.enter(directory("memory", "another-" + name)).leave();
        assertThat(world.openConnections()).isEqualTo(1);

        inUse.leave();

        assertThat(world.openConnections()).isZero();
    }

    @Test
    void closes_everything_in_the_end() {
        connectors.enter(directory("memory", name)).leave();

        connectors.close();

        assertThat(world.openConnections()).isZero();
    }

    @Test
    void says_which_kinds_there_are_when_there_is_no_connector_of_a_kind() {
        assertThatThrownBy(() -> connectors.enter(directory("parchment", name)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parchment")
                .hasMessageContaining("memory")
                .hasMessageContaining("ephor.yaml");
    }

    private static DirectoryDefined directory(String kind, String world) {
        return new DirectoryDefined("acme", "corp", kind, Map.of("world", world));
    }
}
