package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What waits for what at a target, and what overtakes what. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class LanesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject MeterRegistry metrics;

    @Test
    void what_gathers_during_a_call_goes_out_in_the_next_one() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var hold = scene.world().hold(Call.GRANT);
        scene.grant("first");
        hold.awaitCall(PATIENCE);

        // When
        scene.grant("p1", "p2", "p3", "p4", "p5");
        awaitWaiting(scene, 6);
        hold.release();

        // Then
        scene.awaitActive("p5");
        assertThat(scene.world().journal())
                .extracting(Effect::call)
                .containsExactly(
                        Call.GRANT,
                        Call.OBSERVE,
                        Call.GRANT,
                        Call.GRANT,
                        Call.GRANT,
                        Call.GRANT,
                        Call.GRANT,
                        Call.OBSERVE,
                        Call.OBSERVE,
                        Call.OBSERVE,
                        Call.OBSERVE,
                        Call.OBSERVE);
    }

    @Test
    void a_removal_overtakes_the_grants_that_came_before_it() {
        // Given
        var scene = Scene.withHolder("leaver", others, catalog);
        var hold = scene.world().hold(Call.GRANT);
        scene.grant("first");
        hold.awaitCall(PATIENCE);

        // When
        scene.grant("p1", "p2", "p3");
        awaitWaiting(scene, 4);
        others.say(scene.ended("leaver", 2));
        awaitWaiting(scene, 5);
        hold.release();

        // Then
        scene.awaitActive("p3");
        assertThat(scene.world().journal())
                .filteredOn(e -> e.call() != Call.OBSERVE)
                .extracting(e -> e.membership().principal().id())
                .startsWith("leaver", "first", "leaver");
    }

    @Test
    void one_group_does_not_wait_for_another_at_the_same_target() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var other = Scene.at(scene.target(), others, catalog);
        var hold = scene.world().hold(Call.GRANT);
        scene.grant("slow");
        hold.awaitCall(PATIENCE);

        // When
        other.grant("quick");

        // Then
        other.awaitActive("quick");
        assertThat(scene.said("slow")).isEmpty();
        hold.release();
        scene.awaitActive("slow");
    }

    @Test
    void the_answer_to_a_grant_says_nothing_about_the_removal_that_came_meanwhile() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var hold = scene.world().hold(Call.OBSERVE);
        scene.grant("dana");
        hold.awaitCall(PATIENCE);

        // When
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));
        awaitWaiting(scene, 2);
        hold.release();

        // Then
        scene.awaitEnded("dana");
        assertThat(scene.said("dana"))
                .containsExactly(ProvisioningConfirmed.class, ActivationEnded.class);
        assertThat(scene.holders()).isEmpty();
    }

    /** Until so many deliveries wait or are under way. */
    private void awaitWaiting(Scene scene, int count) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                metrics.get("ephor.provisioning.pending")
                                        .tag("target", scene.target())
                                        .gauge()
                                        .value(),
                        pending -> pending == count);
    }
}
