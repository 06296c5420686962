package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.StuckBoard;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What one group learns of a target holds for all of them, and what is shown late is no lie. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class PatientTargetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject StuckBoard board;

    @Test
    void every_group_leaves_a_target_alone_that_asked_one_of_them_to() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var other = Scene.at(scene.target(), others, catalog);
        scene.world().fail(Call.GRANT, 1, new Answer.Transient("busy", Duration.ofSeconds(2)));
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true);

        // When
        other.grant("erin");

        // Then
        var active = (ActivationActive) other.awaitActive("erin");
        var retried = others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true);
        assertThat(active.activeAt())
                .isAfterOrEqualTo(((ProvisioningRetried) retried.data()).retryAt().minusMillis(50));
        assertThat(other.said("erin"))
                .containsExactly(ProvisioningConfirmed.class, ActivationActive.class);
    }

    @Test
    void a_target_that_does_not_answer_is_not_called_by_every_group() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, new Answer.Unreachable("nobody answers"));
        scene.grant("dana");
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);
        var other = Scene.at(scene.target(), others, catalog);

        // When
        other.grant("erin");
        var stuck = others.await(other.key("erin"), ProvisioningStuck.class, _ -> true).data();

        // Then
        assertThat(((ProvisioningStuck) stuck).reason()).contains("nobody answers");
        scene.world().recover();
        scene.awaitActive("dana");
        other.awaitActive("erin");
    }

    @Test
    void a_target_that_is_down_delays_no_other() {
        // Given
        var down = Scene.withTargets(1, others, catalog);
        down.world().fail(Call.GRANT, new Answer.Unreachable("nobody answers"));
        var hold = down.world().hold(Call.GRANT);
        down.grant("dana");
        hold.awaitCall(PATIENCE);
        var healthy = Scene.withTargets(1, others, catalog);

        // When
        healthy.grant("erin");

        // Then
        healthy.awaitActive("erin");
        assertThat(down.said("dana")).isEmpty();
        hold.release();
        down.world().recover();
        down.awaitActive("dana");
    }

    @Test
    void what_a_target_shows_late_is_looked_at_again_and_not_told_again() throws Exception {
        // Given
        var scene = withLag("PT10S");
        scene.world().lie(Call.OBSERVE);
        scene.grant("dana");
        scene.world().await(e -> e.call() == Call.OBSERVE, PATIENCE);

        // When
        scene.world().recover();

        // Then
        scene.awaitActive("dana");
        assertThat(scene.said("dana"))
                .containsExactly(ProvisioningConfirmed.class, ActivationActive.class);
        assertThat(scene.world().journal())
                .extracting(Effect::call)
                .startsWith(Call.GRANT, Call.OBSERVE)
                .endsWith(Call.OBSERVE)
                .containsOnlyOnce(Call.GRANT);
    }

    @Test
    void a_target_that_never_shows_it_is_found_out_and_the_board_has_the_proof() {
        // Given
        var scene = withLag("PT0.1S");
        scene.world().lie(Call.GRANT);

        // When
        scene.grant("dana");
        var stuck = others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true).data();

        // Then
        assertThat(((ProvisioningStuck) stuck).reason())
                .contains("accepted the grant", "not there", "grant memory:", "answered 200");
        assertThat(board.of(Scene.TENANT))
                .filteredOn(entry -> entry.target().equals(scene.target()))
                .singleElement()
                .satisfies(
                        entry ->
                                assertThat(entry.exchanges())
                                        .extracting(Exchange::operation)
                                        .startsWith("grant", "observe"));
        scene.world().recover();
        scene.awaitActive("dana");
    }

    private Scene withLag(String lag) {
        var scene = Scene.withTargets(1, others, catalog);
        scene.define(scene.target(), "memory", Map.of("world", scene.target(), "lag", lag));
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, scene.target())
                                        .filter(t -> t.settings().containsKey("lag"))
                                        .isPresent());
        return scene;
    }
}
