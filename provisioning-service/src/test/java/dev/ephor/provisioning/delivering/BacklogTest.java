package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.DeliveriesWanted;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Origin;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.domain.Provisioning;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the database holds is delivered, although nobody in memory knows of it. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class BacklogTest {
    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject Backlog backlog;
    @Inject Provisionings provisionings;
    @Inject Event<DeliveriesWanted> wanted;

    @Test
    void goes_on_with_a_grant_that_was_pending_when_the_process_died() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var stored = Provisioning.of(scene.key("dana"));
        stored = stored.hear(scene.granted("dana", 1), scene.targets());
        store(scene, stored);

        // When
        backlog.run();

        // Then
        scene.awaitActive("dana");
        assertThat(scene.holders()).containsExactly("dana");
    }

    @Test
    void goes_on_with_a_removal_that_was_pending_when_the_process_died() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant("dana");
        scene.awaitActive("dana");
        var stored = load(scene.key("dana"));
        stored = stored.hear(scene.ended("dana", 2), scene.targets());
        stored = stored.hear(scene.removed("dana", 2), scene.targets());
        store(scene, stored);

        // When
        backlog.run();

        // Then
        scene.awaitEnded("dana");
        assertThat(scene.holders()).isEmpty();
    }

    @Test
    void reads_the_database_when_a_commit_may_or_may_not_have_happened() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var stored = Provisioning.of(scene.key("dana"));
        stored = stored.hear(scene.granted("dana", 1), scene.targets());
        store(scene, stored);
        var due = DueDelivery.of(scene.key("dana"), stored.deliveries().getFirst());

        // When
        QuarkusTransaction.begin();
        wanted.fire(new DeliveriesWanted(List.of(due)));
        QuarkusTransaction.rollback();

        // Then
        scene.awaitActive("dana");
    }

    @Test
    void delivering_once_more_what_was_delivered_says_nothing_new() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var hold = scene.world().hold(dev.ephor.connector.memory.Call.OBSERVE);
        scene.grant("dana");
        hold.awaitCall(java.time.Duration.ofMinutes(2));

        // When
        backlog.run();
        hold.release();
        scene.awaitActive("dana");
        scene.grant("last");
        scene.awaitActive("last");

        // Then
        assertThat(others.about(scene.key("dana")))
                .filteredOn(e -> e.data() instanceof ProvisioningConfirmed)
                .hasSize(1);
    }

    private Provisioning load(MembershipKey key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> provisionings.lock(List.of(key)))
                .get(key)
                .state();
    }

    private void store(Scene scene, Provisioning state) {
        var origins = Map.of(scene.activation("dana"), new Origin("event-1", null));
        QuarkusTransaction.requiringNew()
                .run(() -> provisionings.save(List.of(new Provisioned(state, origins))));
    }
}
