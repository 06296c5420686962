package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Envelope;
import dev.ephor.events.TargetEvent;
import dev.ephor.events.TargetEvent.TargetQuarantined;
import dev.ephor.events.TargetEvent.TargetReleased;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.RecordingQuarantines;
import dev.ephor.provisioning.application.TargetState.Condition;
import dev.ephor.provisioning.application.TargetState.Health;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Entering and leaving quarantine, as others hear of it. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class QuarantinesTest {
    private static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");
    private static final Health FAILING =
            new Health(Condition.QUARANTINED, SINCE, "nobody answers", null);
    private static final Health FINE = new Health(Condition.ANSWERING, null, "", null);

    @Inject OtherServices others;
    @Inject RecordingQuarantines recording;
    @Inject Clock clock;

    private final TargetId target = new TargetId(Scene.TENANT, "app-" + UUID.randomUUID());

    @Test
    void says_once_that_a_target_entered_and_once_that_it_left() {
        // Given
        Quarantines quarantines = new Quarantines(recording, clock);

        // When
        quarantines.look(target, FINE);
        quarantines.look(target, FAILING);
        quarantines.look(target, FAILING);
        quarantines.look(target, FINE);
        quarantines.look(target, FINE);

        // Then
        List<Envelope<TargetEvent>> said = said(2);
        TargetQuarantined entered = (TargetQuarantined) said.getFirst().data();
        assertThat(entered)
                .returns(SINCE, TargetQuarantined::failingSince)
                .returns("nobody answers", TargetQuarantined::lastAnswer);
        assertThat(said.getLast().data())
                .isInstanceOfSatisfying(
                        TargetReleased.class,
                        left -> {
                            assertThat(left.quarantineId()).isEqualTo(entered.quarantineId());
                            assertThat(left.quarantinedAt()).isEqualTo(entered.quarantinedAt());
                        });
        assertThat(said).extracting(Envelope::correlationId).containsOnly(entered.quarantineId());
    }

    @Test
    void a_restart_in_between_neither_says_it_twice_nor_forgets_to_end_it() {
        // Given
        new Quarantines(recording, clock).look(target, FAILING);
        Quarantines restarted = new Quarantines(recording, clock);

        // When
        restarted.look(target, FAILING);
        restarted.look(target, FINE);

        // Then
        assertThat(said(2))
                .extracting(e -> e.data().getClass().getSimpleName())
                .containsExactly("TargetQuarantined", "TargetReleased");
    }

    @Test
    void a_target_that_fails_for_a_moment_is_not_said_to_be_in_quarantine() {
        // Given
        Quarantines quarantines = new Quarantines(recording, clock);
        var failing = new Health(Condition.NOT_ANSWERING, SINCE, "nobody answers", null);
        var other = new TargetId(Scene.TENANT, "app-" + UUID.randomUUID());

        // When
        quarantines.look(target, failing);
        quarantines.look(target, FINE);
        quarantines.look(other, FAILING);

        // Then
        await().until(() -> !others.aboutTarget(other.target()).isEmpty());
        assertThat(others.aboutTarget(target.target())).isEmpty();
    }

    private List<Envelope<TargetEvent>> said(int count) {
        await().until(() -> others.aboutTarget(target.target()).size() >= count);
        return others.aboutTarget(target.target());
    }
}
