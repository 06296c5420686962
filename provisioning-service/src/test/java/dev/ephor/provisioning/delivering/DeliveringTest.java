package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.connector.Answer;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.kit.kafka.DeadLetter;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(QuickRetries.class)
class DeliveringTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject MeterRegistry metrics;
    @Inject AgroalDataSource database;

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
        assertThat(said(scene, "dana"))
                .containsExactly(ProvisioningConfirmed.class, ActivationActive.class);
    }

    @Test
    void withdraws_when_the_window_closes_and_ends_when_the_directory_confirmed_too() {
        // Given
        var scene = granted("dana");

        // When
        others.say(scene.ended("dana", 2));
        others.await(scene.key("dana"), ProvisioningConfirmed.class, c -> c.generation() == 2);
        assertThat(scene.holders()).isEmpty();
        others.say(scene.removed("dana", 2));

        // Then
        scene.awaitEnded("dana");
        assertThat(said(scene, "dana"))
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
        assertThat(said(scene, "dana")).doesNotContain(ActivationActive.class);
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
        assertThat(said(scene, "dana")).containsExactly(ActivationActive.class);
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
                OtherServices.<dev.ephor.events.MembershipEvent>envelope(
                        scene.granted("dana", 1), scene.activation("dana"));

        // When
        others.say(twice);
        others.say(twice);
        others.say(scene.granted("dana", 1));
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));

        // Then
        scene.awaitEnded("dana");
        assertThat(said(scene, "dana")).filteredOn(ActivationEnded.class::equals).hasSize(1);
        assertThat(scene.holders()).isEmpty();
    }

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
        var scene = granted("leaver");
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
        assertThat(said(scene, "slow")).isEmpty();
        hold.release();
        scene.awaitActive("slow");
    }

    @Test
    void tries_again_when_the_target_is_busy() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, 2, new Answer.Transient("busy", Duration.ofMillis(30)));

        // When
        scene.grant("dana");

        // Then
        scene.awaitActive("dana");
        assertThat(said(scene, "dana"))
                .containsExactly(
                        ProvisioningRetried.class,
                        ProvisioningRetried.class,
                        ProvisioningConfirmed.class,
                        ActivationActive.class);
        assertThat(confirmed(scene, "dana").attempts()).isEqualTo(3);
    }

    @Test
    void waits_as_long_as_the_target_asks() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var before = Scene.now();
        scene.world().fail(Call.GRANT, 1, new Answer.Transient("busy", Duration.ofMinutes(2)));

        // When
        scene.grant("dana");

        // Then
        var retried = others.await(scene.key("dana"), ProvisioningRetried.class, _ -> true).data();
        assertThat(((ProvisioningRetried) retried).retryAt()).isAfter(before.plusSeconds(120));
    }

    @Test
    void is_stuck_where_the_target_refuses_and_active_when_it_no_longer_does() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, new Answer.Rejected("no such group"));

        // When
        scene.grant("dana");
        var stuck = others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true).data();
        scene.world().recover();

        // Then
        assertThat((ProvisioningStuck) stuck)
                .returns(3, ProvisioningStuck::attempts)
                .returns("no such group", ProvisioningStuck::reason);
        scene.awaitActive("dana");
        assertThat(said(scene, "dana")).filteredOn(ProvisioningStuck.class::equals).hasSize(1);
    }

    @Test
    void has_not_ended_while_the_target_cannot_be_reached() {
        // Given
        var scene = granted("dana");
        scene.world().fail(Call.WITHDRAW, new Answer.Unreachable("nobody answers"));

        // When
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);

        // Then
        assertThat(said(scene, "dana")).doesNotContain(ActivationEnded.class);
        scene.world().recover();
        scene.awaitEnded("dana");
        assertThat(scene.holders()).isEmpty();
    }

    @Test
    void finds_a_target_out_that_accepts_a_removal_and_does_nothing() {
        // Given
        var scene = granted("dana");
        scene.world().lie(Call.WITHDRAW);

        // When
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));

        // Then
        var stuck = others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true).data();
        assertThat(((ProvisioningStuck) stuck).reason())
                .contains("accepted the withdrawal", "still there");
        assertThat(said(scene, "dana")).doesNotContain(ActivationEnded.class);
        scene.world().recover();
        scene.awaitEnded("dana");
    }

    @Test
    void an_answer_that_was_lost_does_no_harm() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().loseAnswer(Call.GRANT, 1, new Answer.Unreachable("time-out"));

        // When
        scene.grant("dana");

        // Then
        scene.awaitActive("dana");
        assertThat(scene.holders()).containsExactly("dana");
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
        assertThat(said(scene, "dana"))
                .containsExactly(ProvisioningConfirmed.class, ActivationEnded.class);
        assertThat(scene.holders()).isEmpty();
    }

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
                                && r.reason().contains("[buggy, memory, scim]"));
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

    @Test
    void what_came_of_a_call_is_recorded_although_the_database_went_away_meanwhile()
            throws Exception {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        var hold = scene.world().hold(Call.OBSERVE);
        scene.grant("dana");
        hold.awaitCall(PATIENCE);

        // When
        cutEveryConnectionToTheDatabase();
        hold.release();

        // Then
        scene.awaitActive("dana");
        assertThat(scene.world().journal())
                .extracting(Effect::call)
                .containsExactly(Call.GRANT, Call.OBSERVE);
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

    private void cutEveryConnectionToTheDatabase() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
        }
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

    private Scene granted(String principal) {
        var scene = Scene.withTargets(1, others, catalog);
        scene.grant(principal);
        scene.awaitActive(principal);
        return scene;
    }

    private ProvisioningConfirmed confirmed(Scene scene, String principal) {
        return (ProvisioningConfirmed)
                others.await(scene.key(principal), ProvisioningConfirmed.class, _ -> true).data();
    }

    private List<Class<? extends ProvisioningEvent>> said(Scene scene, String principal) {
        return others.about(scene.key(principal)).stream()
                .<Class<? extends ProvisioningEvent>>map(e -> e.data().getClass())
                .toList();
    }
}
