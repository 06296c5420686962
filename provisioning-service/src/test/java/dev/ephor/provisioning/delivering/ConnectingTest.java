package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a target gets its connector. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class ConnectingTest {
    @Inject OtherServices others;
    @Inject Catalog catalog;

    @Test
    void opens_the_target_anew_when_its_definition_changes_and_does_not_wait_for_the_next_try() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.define(scene.target(), "memory", Map.of());
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, scene.target())
                                        .filter(t -> t.settings().isEmpty())
                                        .isPresent());
        scene.grant("dana");
        var stuck = others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true).data();

        // When
        scene.define(scene.target(), "memory", Map.of("world", "moved-" + scene.target()));

        // Then
        assertThat(((ProvisioningStuck) stuck).reason()).contains("has no setting 'world'");
        scene.awaitActive("dana");
        assertThat(MemoryWorld.named("moved-" + scene.target()).openConnections()).isEqualTo(1);
    }

    @Test
    void gives_a_connector_its_secret_and_closes_the_one_that_is_replaced() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant("dana");
        scene.awaitActive("dana");
        scene.world().demand("token-of-app1");

        // When
        scene.define(
                scene.target(),
                "memory",
                Map.of("world", scene.target(), "tokenRef", "APP1_TOKEN"));
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, scene.target())
                                        .filter(t -> t.settings().size() == 2)
                                        .isPresent());
        scene.grant("erin");

        // Then
        scene.awaitActive("erin");
        assertThat(scene.world().openedConnections()).isEqualTo(2);
        assertThat(scene.world().openConnections()).isEqualTo(1);
    }

    @Test
    void says_which_kinds_there_are_when_a_target_is_of_none() {
        // Given
        var scene = Scene.at("app-of-no-kind", others, catalog);
        scene.define("app-of-no-kind", "carrier-pigeon", Map.of());

        // When
        scene.grant("dana");

        // Then
        others.await(
                scene.key("dana"),
                ProvisioningRetried.class,
                r ->
                        r.reason().contains("'carrier-pigeon'")
                                && r.reason().contains("[buggy, leaky, memory, scim]"));
    }

    @Test
    void says_that_a_target_is_not_defined() {
        // Given
        var scene = Scene.at("app-of-nobody", others, catalog);

        // When
        scene.grant("dana");

        // Then
        var retried = others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true).data();
        assertThat(((ProvisioningRetried) retried).reason())
                .isEqualTo(
                        "the target 'app-of-nobody' is not defined: define it in ephor.yaml under targets");
    }

    @Test
    void a_connector_that_throws_has_failed_and_what_it_throws_is_not_passed_on() {
        // Given
        var scene = buggy();

        // When
        scene.grant("dana");

        // Then
        var retried = others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true).data();
        assertThat(((ProvisioningRetried) retried).reason())
                .startsWith("the connector has a bug: IllegalStateException at ")
                .doesNotContain(BuggyConnectorProvider.SECRET);
    }

    @Test
    void a_connector_that_leaves_answers_out_has_failed() {
        // Given
        var scene = buggy();

        // When
        others.say(scene.ended("dana", 2));

        // Then
        var retried = others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true).data();
        assertThat(((ProvisioningRetried) retried).reason())
                .isEqualTo("the connector has a bug: 0 answers to 1 questions");
    }

    private Scene buggy() {
        var scene = Scene.withTargets(1, others, catalog);
        scene.define(scene.target(), "buggy", Map.of());
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, scene.target())
                                        .filter(t -> t.kind().equals("buggy"))
                                        .isPresent());
        return scene;
    }
}
