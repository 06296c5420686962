package dev.ephor.connector.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryWorldTest {

    private static final Membership DANA =
            new Membership(
                    new Membership.Group("t", "g", "G"),
                    new Membership.Principal("dana", null, null, null, null, null),
                    "member");

    private final String name = UUID.randomUUID().toString();
    private final MemoryWorld world = MemoryWorld.named(name);
    private final Connector connector =
            new MemoryConnectorProvider().open(new Settings("m", Map.of("world", name), _ -> ""));

    @AfterEach
    void close() {
        connector.close();
    }

    @Test
    void is_found_by_its_kind() {
        // Given
        var providers = ServiceLoader.load(ConnectorProvider.class);

        // When
        var kinds = providers.stream().map(p -> p.get().kind());

        // Then
        assertThat(kinds).containsExactly("memory");
    }

    @Test
    void asks_for_the_name_of_the_world() {
        // Given
        var settings = new Settings("app1", Map.of(), _ -> "");

        // When
        var opening = assertThatThrownBy(() -> new MemoryConnectorProvider().open(settings));

        // Then
        opening.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'world'");
    }

    @Test
    void fails_as_often_as_ordered_and_then_works() {
        // Given
        var busy = new Answer.Transient("busy", null);
        world.fail(Call.GRANT, 2, busy);

        // When
        var answers = List.of(grant(), grant(), grant());

        // Then
        assertThat(answers).containsExactly(busy, busy, new Answer.Applied());
    }

    @Test
    void lies_until_it_recovers() {
        // Given
        world.lie(Call.GRANT);

        // When
        var answer = grant();

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(world.holders("t", "g", "member")).isEmpty();
        world.recover();
        grant();
        assertThat(world.holders("t", "g", "member")).containsExactly("dana");
    }

    @Test
    void writes_down_whether_a_call_changed_anything() {
        // Given
        grant();

        // When
        grant();

        // Then
        assertThat(world.journal()).extracting(Effect::changed).containsExactly(true, false);
        assertThat(world.journal()).extracting(Effect::sequence).containsExactly(1, 2);
    }

    @Test
    void holds_a_call_until_it_is_released() throws Exception {
        // Given
        var hold = world.hold(Call.GRANT);
        Thread granting = Thread.startVirtualThread(this::grant);
        hold.awaitCall(Duration.ofMinutes(2));
        assertThat(world.journal()).isEmpty();

        // When
        hold.release();

        // Then
        var effect = world.await(e -> e.call() == Call.GRANT, Duration.ofMinutes(2));
        assertThat(effect.membership()).isEqualTo(DANA);
        granting.join();
    }

    @Test
    void tells_what_came_instead_of_the_awaited_effect() {
        // Given
        grant();

        // When
        var awaiting =
                assertThatThrownBy(
                        () -> world.await(e -> e.call() == Call.WITHDRAW, Duration.ofMillis(1)));

        // Then
        awaiting.isInstanceOf(IllegalStateException.class).hasMessageContaining("GRANT");
    }

    @Test
    void forgets_everything_when_it_is_reset() {
        // Given
        grant();
        world.lie(Call.GRANT);

        // When
        world.reset();

        // Then
        assertThat(world.journal()).isEmpty();
        assertThat(world.holders("t", "g", "member")).isEmpty();
        grant();
        assertThat(world.holders("t", "g", "member")).containsExactly("dana");
    }

    private Answer grant() {
        return connector.grant(List.of(DANA)).getFirst();
    }
}
