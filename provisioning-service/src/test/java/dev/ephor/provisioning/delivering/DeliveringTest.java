package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.kafka.DeadLetter;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What targets are told, and what is said of it. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class DeliveringTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject OtherServices others;
    @Inject Catalog catalog;

    @Test
    void grants_at_the_target_reads_back_and_says_active() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);

        // When
        scene.grant("dana");

        // Then
        scene.awaitActive("dana");
        assertThat(scene.holders()).containsExactly("dana");
        assertThat(scene.world().journal())
                .extracting(Effect::call)
                .containsExactly(Call.GRANT, Call.OBSERVE);
        assertThat(scene.said("dana"))
                .containsExactly(ProvisioningConfirmed.class, ActivationActive.class);
    }

    @Test
    void withdraws_when_the_window_closes_and_ends_when_the_directory_confirmed_too() {
        // Given
        var scene = Scene.withHolder("dana", others, catalog);

        // When
        others.say(scene.ended("dana", 2));
        others.await(scene.key("dana"), ProvisioningConfirmed.class, c -> c.generation() == 2);
        assertThat(scene.holders()).isEmpty();
        others.say(scene.removed("dana", 2));

        // Then
        scene.awaitEnded("dana");
        assertThat(scene.said("dana"))
                .containsExactly(
                        ProvisioningConfirmed.class,
                        ActivationActive.class,
                        ProvisioningConfirmed.class,
                        ActivationEnded.class);
    }

    @Test
    void is_active_only_when_every_target_has_it() throws Exception {
        // Given
        var scene = Scene.withTargets(2, others, catalog);
        var second = MemoryWorld.named(scene.targets().get(1));
        var hold = second.hold(Call.GRANT);

        // When
        scene.grant("dana");
        hold.awaitCall(PATIENCE);
        others.await(
                scene.key("dana"),
                ProvisioningConfirmed.class,
                c -> c.target().equals(scene.target()));

        // Then
        assertThat(scene.said("dana")).doesNotContain(ActivationActive.class);
        hold.release();
        scene.awaitActive("dana");
    }

    @Test
    void a_group_without_targets_is_active_at_once() {
        // Given
        var scene = Scene.withTargets(0, others, catalog);

        // When
        scene.grant("dana");

        // Then
        scene.awaitActive("dana");
        assertThat(scene.said("dana")).containsExactly(ActivationActive.class);
    }

    @Test
    void an_owner_is_nothing_that_a_target_is_told() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var key = new MembershipKey(Scene.TENANT, scene.group(), "olga", Access.OWNER);

        // When
        others.say(new ActivationGranted(key, "a-olga", 1, Scene.now(), Scene.now()));

        // Then
        others.await(key, ActivationActive.class, _ -> true);
        assertThat(scene.world().journal()).isEmpty();
    }

    @Test
    void goes_on_with_the_story_that_led_here() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);

        // When
        String cause = others.say(scene.granted("dana", 1));

        // Then
        var active = others.await(scene.key("dana"), ActivationActive.class, _ -> true);
        assertThat(active.correlationId()).isEqualTo(scene.activation("dana"));
        assertThat(active.causationId()).isEqualTo(cause);
        assertThat(active.traceparent()).isEqualTo(OtherServices.TRACE);
        assertThat(active.source()).isEqualTo("/ephor/provisioning-service");
    }

    @Test
    void does_a_thing_once_although_it_is_said_twice() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var twice =
                OtherServices.<OfActivation>envelope(
                        scene.granted("dana", 1), scene.activation("dana"));

        // When
        others.say(twice);
        others.say(twice);
        others.say(scene.granted("dana", 1));
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));

        // Then
        scene.awaitEnded("dana");
        assertThat(scene.said("dana")).filteredOn(ActivationEnded.class::equals).hasSize(1);
        assertThat(scene.holders()).isEmpty();
    }

    @Test
    void a_grant_in_a_group_that_nobody_defined_is_a_dead_letter() {
        // Given
        var key = new MembershipKey(Scene.TENANT, "no-such-group", "dana", Access.MEMBER);

        // When
        others.say(new ActivationGranted(key, "a-nowhere", 1, Scene.now(), Scene.now()));

        // Then
        await().atMost(PATIENCE)
                .until(
                        () ->
                                others.deadLetters().stream()
                                        .map(r -> r.headers().lastHeader(DeadLetter.REASON))
                                        .map(h -> new String(h.value(), StandardCharsets.UTF_8))
                                        .anyMatch(why -> why.contains("no-such-group")));
    }
}
