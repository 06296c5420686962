package dev.ephor.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.AtTarget;
import dev.ephor.provisioning.application.DriftBoard;
import dev.ephor.provisioning.application.FindAtTarget;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.application.Readings;
import dev.ephor.provisioning.application.Readings.Place;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Drift;
import dev.ephor.provisioning.domain.Drift.Stage;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.Standing;
import dev.ephor.provisioning.domain.Wanted;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickRetries.class)
class SqlDriftsTest {
    private static final Instant NOW = Scene.now();
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Inject Provisionings provisionings;
    @Inject DriftBoard board;
    @Inject FindAtTarget atTarget;
    @Inject Readings readings;

    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void drift_is_read_back_as_it_was() {
        // Given
        var stored = stored("dana", drift("app1", Stage.REVERTING, NOW));

        // When
        save(stored);

        // Then
        assertThat(load("dana")).isEqualTo(stored);
        assertThat(board.of(tenant))
                .containsExactly(
                        new DriftBoard.Drifted(key("dana"), stored.state().drifts().getFirst()));
    }

    @Test
    void the_board_shows_what_is_not_over_the_oldest_first() {
        // Given
        save(stored("a", drift("app1", Stage.REPORTED, NOW)));
        save(stored("b", drift("app1", Stage.STOPPED, NOW.minusSeconds(60))));
        save(stored("c", drift("app1", Stage.ACCEPTED, NOW)));

        // When
        var shown = board.of(tenant);

        // Then
        assertThat(shown).extracting(d -> d.key().principal()).containsExactly("b", "a");
        assertThat(board.count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void to_be_reverted_is_what_has_a_time_and_was_not_stopped() {
        // Given
        save(stored("a", drift("app1", Stage.REPORTED, NOW)));
        save(stored("b", drift("app1", Stage.REPORTED, null)));
        save(stored("c", drift("app1", Stage.STOPPED, NOW)));
        save(stored("d", drift("app1", Stage.REVERTING, NOW)));

        // When
        var due = board.toRevert();

        // Then
        assertThat(due)
                .filteredOn(d -> d.key().tenant().equals(tenant))
                .extracting(d -> d.key().principal())
                .containsExactly("a");
    }

    @Test
    void finds_of_a_group_what_one_target_was_told_and_differs_in() {
        // Given
        save(stored("dana", drift("app1", Stage.REPORTED, null)));
        var other = new MembershipKey(tenant, "group-z", "dana", Access.MEMBER);
        save(new Provisioned(Provisioning.of(other), Map.of()));

        // When
        var found = atTarget.in(tenant, "group-y", "app1");

        // Then
        assertThat(found)
                .singleElement()
                .returns(key("dana"), AtTarget::key)
                .returns(Standing.Want.PRESENT, m -> m.standing().wanted())
                .satisfies(m -> assertThat(m.drift()).isNotNull());
        assertThat(atTarget.in(tenant, "group-y", "app9"))
                .singleElement()
                .returns(Standing.Want.UNDECIDED, m -> m.standing().wanted());
    }

    @Test
    void of_two_instances_one_reads_until_it_is_time_again() {
        // Given
        var place = new Place(tenant, "app1", "group-y");

        // When
        var first = readings.begin(place, NOW, EVERY);
        var second = readings.begin(place, NOW.plusSeconds(1), EVERY);
        var later = readings.begin(place, NOW.plus(EVERY), EVERY);
        var asked = readings.begin(place, NOW.plus(EVERY).plusSeconds(1), Duration.ZERO);

        // Then
        assertThat(first).isEmpty();
        assertThat(second).contains(NOW.plus(EVERY));
        assertThat(later).isEmpty();
        assertThat(asked).isEmpty();
    }

    private Drift drift(String target, Stage stage, @Nullable Instant at) {
        return new Drift(
                UUID.randomUUID().toString(),
                target,
                Difference.VANISHED,
                stage,
                at,
                at == null ? NOW : at);
    }

    private Provisioned stored(String principal, Drift drift) {
        var delivery =
                new Delivery(
                        "app1",
                        Change.GRANT,
                        1,
                        Delivery.State.CONFIRMED,
                        List.of(),
                        1,
                        NOW,
                        null,
                        null);
        return new Provisioned(
                new Provisioning(
                        key(principal),
                        3,
                        new Wanted(Change.GRANT, 1),
                        -1,
                        List.of(),
                        List.of(delivery),
                        List.of(drift)),
                Map.of());
    }

    private MembershipKey key(String principal) {
        return new MembershipKey(tenant, "group-y", principal, Access.MEMBER);
    }

    private void save(Provisioned state) {
        QuarkusTransaction.requiringNew().run(() -> provisionings.save(List.of(state)));
    }

    private Provisioned load(String principal) {
        return QuarkusTransaction.requiringNew()
                .call(() -> provisionings.lock(List.of(key(principal))))
                .get(key(principal));
    }
}
