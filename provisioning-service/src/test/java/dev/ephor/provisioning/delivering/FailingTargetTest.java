package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a delivery that fails. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class FailingTargetTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject AgroalDataSource database;

    @Test
    void tries_again_when_the_target_is_busy() {
        // Given
        var scene = Scene.withTargets(1, others, catalog);
        scene.world().fail(Call.GRANT, 2, new Answer.Transient("busy", Duration.ofMillis(30)));

        // When
        scene.grant("dana");

        // Then
        scene.awaitActive("dana");
        assertThat(scene.said("dana"))
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
        assertThat(scene.said("dana")).filteredOn(ProvisioningStuck.class::equals).hasSize(1);
    }

    @Test
    void has_not_ended_while_the_target_cannot_be_reached() {
        // Given
        var scene = Scene.withHolder("dana", others, catalog);
        scene.world().fail(Call.WITHDRAW, new Answer.Unreachable("nobody answers"));

        // When
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));
        others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true);

        // Then
        assertThat(scene.said("dana")).doesNotContain(ActivationEnded.class);
        scene.world().recover();
        scene.awaitEnded("dana");
        assertThat(scene.holders()).isEmpty();
    }

    @Test
    void finds_a_target_out_that_accepts_a_removal_and_does_nothing() {
        // Given
        var scene = Scene.withHolder("dana", others, catalog);
        scene.world().lie(Call.WITHDRAW);

        // When
        others.say(scene.ended("dana", 2));
        others.say(scene.removed("dana", 2));

        // Then
        var stuck = others.await(scene.key("dana"), ProvisioningStuck.class, _ -> true).data();
        assertThat(((ProvisioningStuck) stuck).reason())
                .contains("accepted the withdrawal", "still there");
        assertThat(scene.said("dana")).doesNotContain(ActivationEnded.class);
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

    /** Other tests are to find no connection in the pool that was cut. */
    @AfterEach
    void giveNoneThatWasCut() {
        database.flush(AgroalDataSource.FlushMode.GRACEFUL);
    }

    private void cutEveryConnectionToTheDatabase() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()");
        }
    }

    private ProvisioningConfirmed confirmed(Scene scene, String principal) {
        return (ProvisioningConfirmed)
                others.await(scene.key(principal), ProvisioningConfirmed.class, _ -> true).data();
    }
}
