package dev.ephor.provisioning.store;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Origin;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.application.StuckBoard;
import dev.ephor.provisioning.domain.Activation;
import dev.ephor.provisioning.domain.Activation.Phase;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Delivery.State;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.Wanted;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickRetries.class)
class SqlProvisioningsTest {
    private static final Instant NOW = Scene.now();

    @Inject Provisionings provisionings;
    @Inject StuckBoard stuckBoard;
    @Inject AgroalDataSource database;

    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void a_membership_that_nobody_heard_of_is_a_new_one() {
        // Given
        var key = key("dana");

        // When
        var found = load(key);

        // Then
        assertThat(found).isEqualTo(new Provisioned(Provisioning.of(key), Map.of()));
    }

    @Test
    void everything_is_read_back_as_it_was() {
        // Given
        var state =
                new Provisioning(
                        key("dana"),
                        7,
                        new Wanted(Change.WITHDRAW, 4),
                        2,
                        List.of(
                                new Activation("a", 4, Phase.ENDING),
                                new Activation("b", 3, Phase.ENDED)),
                        List.of(
                                delivery("app1", State.PENDING, null, null),
                                delivery("app2", State.STUCK, NOW.plusSeconds(9), "it's \"no\""),
                                delivery("app3", State.CONFIRMED, null, null)));
        var origins =
                Map.of("a", new Origin("event-1", "00-trace"), "b", new Origin("event-2", null));
        var stored = new Provisioned(state, origins);

        // When
        save(stored);

        // Then
        assertThat(load(key("dana"))).isEqualTo(stored);
    }

    @Test
    void the_newest_state_takes_the_place_of_the_last() {
        // Given
        save(stored("dana", delivery("app1", State.PENDING, null, null)));
        var newer = stored("dana", delivery("app1", State.CONFIRMED, null, null));

        // When
        save(newer);

        // Then
        assertThat(load(key("dana"))).isEqualTo(newer);
    }

    @Test
    void a_batch_is_loaded_and_saved_at_once() {
        // Given
        var batch =
                IntStream.range(0, 500)
                        .mapToObj(i -> stored("p" + i, delivery("app1", State.PENDING, null, null)))
                        .toArray(Provisioned[]::new);

        // When
        save(batch);

        // Then
        var keys = List.of(batch).stream().map(p -> p.state().key()).toList();
        var loaded = QuarkusTransaction.requiringNew().call(() -> provisionings.lock(keys));
        assertThat(loaded.values()).containsExactlyInAnyOrder(batch);
    }

    @Test
    void what_is_not_confirmed_is_found_again() {
        // Given
        save(
                stored(
                        "dana",
                        delivery("app1", State.PENDING, null, null),
                        delivery("app2", State.STUCK, NOW.plusSeconds(9), "busy"),
                        delivery("app3", State.CONFIRMED, null, null)));

        // When
        var found =
                provisionings.unconfirmed().stream()
                        .filter(d -> d.key().equals(key("dana")))
                        .toList();

        // Then
        assertThat(found)
                .containsExactly(
                        DueDelivery.of(key("dana"), delivery("app1", State.PENDING, null, null)),
                        DueDelivery.of(
                                key("dana"),
                                delivery("app2", State.STUCK, NOW.plusSeconds(9), "busy")));
        assertThat(found).extracting(DueDelivery::stuck).containsExactly(false, true);
    }

    @Test
    void two_who_change_one_membership_do_it_one_after_the_other() throws Exception {
        // Given
        save(stored("dana", delivery("app1", State.PENDING, null, null)));
        var locked = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        Thread first = Thread.ofVirtual().start(() -> countUp(locked, released));
        locked.await();

        // When
        Thread second = Thread.ofVirtual().start(() -> countUp(new CountDownLatch(1), released));
        await().until(this::somebodyWaitsForALock);
        released.countDown();
        first.join();
        second.join();

        // Then
        assertThat(load(key("dana")).state().version()).isEqualTo(2);
    }

    @Test
    void the_board_shows_what_is_stuck_removals_first_and_of_each_the_oldest_first() {
        // Given
        save(
                stored("p1", stuck(Change.GRANT, NOW.minusSeconds(60))),
                stored("p2", stuck(Change.WITHDRAW, NOW)),
                stored("p3", stuck(Change.WITHDRAW, NOW.minusSeconds(5))),
                stored("p4", delivery("app1", State.PENDING, null, null)));

        // When
        var board = stuckBoard.of(tenant);

        // Then
        assertThat(board).extracting(s -> s.key().principal()).containsExactly("p3", "p2", "p1");
        assertThat(board.getFirst())
                .isEqualTo(
                        new StuckBoard.Stuck(
                                key("p3"),
                                "app1",
                                Change.WITHDRAW,
                                List.of("a"),
                                3,
                                NOW.minusSeconds(5),
                                "busy",
                                NOW,
                                List.of()));
    }

    @Test
    void the_board_of_one_tenant_shows_nothing_of_another() {
        // Given
        save(stored("p1", stuck(Change.GRANT, NOW)));

        // When
        var board = stuckBoard.of("t-" + UUID.randomUUID());

        // Then
        assertThat(board).isEmpty();
    }

    private void countUp(CountDownLatch locked, CountDownLatch released) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            var key = key("dana");
                            var found = provisionings.lock(List.of(key)).get(key);
                            locked.countDown();
                            awaitRelease(released);
                            provisionings.save(List.of(counted(found)));
                        });
    }

    private static Provisioned counted(Provisioned found) {
        Provisioning s = found.state();
        return new Provisioned(
                new Provisioning(
                        s.key(),
                        s.version() + 1,
                        s.wanted(),
                        s.removed(),
                        s.activations(),
                        s.deliveries()),
                found.origins());
    }

    private static void awaitRelease(CountDownLatch released) {
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                "select 1 from pg_stat_activity where wait_event_type = 'Lock'"
                                        + " and datname = current_database()");
                var rows = statement.executeQuery()) {
            return rows.next();
        }
    }

    private void save(Provisioned... batch) {
        QuarkusTransaction.requiringNew().run(() -> provisionings.save(List.of(batch)));
    }

    private Provisioned load(MembershipKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> provisionings.lock(List.of(key)))
                .get(key);
    }

    private Provisioned stored(String principal, Delivery... deliveries) {
        return new Provisioned(
                new Provisioning(
                        key(principal),
                        0,
                        new Wanted(Change.GRANT, 1),
                        -1,
                        List.of(new Activation("a", 1, Phase.GRANTED)),
                        List.of(deliveries)),
                Map.of());
    }

    private MembershipKey key(String principal) {
        return new MembershipKey(tenant, "group-y", principal, Access.MEMBER);
    }

    private static Delivery stuck(Change change, Instant since) {
        return new Delivery("app1", change, 1, State.STUCK, List.of("a"), 3, since, NOW, "busy");
    }

    private static Delivery delivery(
            String target, State state, @Nullable Instant retryAt, @Nullable String answer) {
        return new Delivery(
                target, Change.WITHDRAW, 4, state, List.of("a", "b"), 3, NOW, retryAt, answer);
    }
}
