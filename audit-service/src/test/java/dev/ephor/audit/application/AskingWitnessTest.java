package dev.ephor.audit.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.WitnessServer;
import dev.ephor.audit.application.WitnessOutcome.Kind;
import dev.ephor.audit.notes.Keys;
import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.rest.LogResourceTest;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@TestProfile(LogResourceTest.Signing.class)
class AskingWitnessTest {
    @Inject SealingRecords sealing;
    @Inject Checkpointing checkpoints;
    @Inject ProvingEntries proving;
    @Inject SubmitCheckpoint submit;
    @Inject Ids ids;
    private SigningKey key;
    private WitnessServer server;
    private AskingWitness asking;

    @BeforeEach
    void a_witness_that_has_seen_nothing() throws IOException {
        key = Keys.witness();
        server = server(checkpoints.identity().origin());
        asking = asking();
        seal(5);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private WitnessServer server(String origin) {
        return WitnessServer.start(
                origin, checkpoints.identity().signers().getFirst().verifier(), key);
    }

    private AskingWitness asking() {
        var witness = new Witness(key.verifier(), Optional.of(server.address()));
        return new AskingWitness(witness, checkpoints, proving, submit);
    }

    private void seal(int count) {
        String story = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Samples.of(
                                                "dev.ephor.activation.requested.v1",
                                                story,
                                                ids.next()))
                        .toList());
        checkpoints.signNow();
    }

    /** A checkpoint may be signed at any time, and then there is a newer one to ask for. */
    private void askUntilCosigned() {
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> asking.ask().kind() == Kind.NOTHING_NEW && asking.lag() == 0);
    }

    @Test
    void lets_a_witness_sign_the_first_checkpoint_and_every_one_that_follows_on_it() {
        // Given
        WitnessOutcome first = asking.ask();
        long before = server.size();
        seal(300);

        // When
        askUntilCosigned();

        // Then
        assertThat(first.kind()).isEqualTo(Kind.COSIGNED);
        assertThat(server.size()).isGreaterThanOrEqualTo(before + 300);
        String note = checkpoints.ofSize(server.size()).orElseThrow().note();
        assertThat(note).contains("\u2014 " + key.verifier().name() + " ");
    }

    @Test
    void takes_up_where_the_witness_is_when_nobody_remembers() {
        // Given
        askUntilCosigned();
        seal(3);
        WitnessServer forgetful = server;
        forgetful.haveSeen(0, new byte[0]);

        // When
        askUntilCosigned();

        // Then
        assertThat(forgetful.size()).isEqualTo(checkpoints.newest().orElseThrow().size());
    }

    @Test
    void keeps_no_cosignature_that_is_false() {
        // Given
        server.lie();

        // When
        WitnessOutcome outcome = asking.ask();

        // Then
        assertThat(outcome.kind()).isEqualTo(Kind.FALSE_SIGNATURE);
        assertThat(outcome.isFailure()).isTrue();
    }

    @Test
    void says_so_when_a_witness_has_seen_more_than_there_is() {
        // Given
        server.haveSeen(1_000_000_000, new byte[32]);

        // When
        WitnessOutcome outcome = asking.ask();

        // Then
        assertThat(outcome.kind()).isEqualTo(Kind.ANOTHER_LOG);
        assertThat(outcome.why()).contains("1000000000", "put back");
        assertThat(asking.ask().kind()).isEqualTo(Kind.ANOTHER_LOG);
    }

    @Test
    void says_so_when_a_witness_has_seen_another_history() {
        // Given
        server.haveSeen(3, new byte[32]);

        // When
        WitnessOutcome outcome = asking.ask();

        // Then
        assertThat(outcome.kind()).isEqualTo(Kind.ANOTHER_LOG);
        assertThat(outcome.why()).contains("does not grow from 3");
    }

    @Test
    void says_why_a_witness_refuses() {
        // Given
        server.close();
        server = server("another.example/log");
        AskingWitness unknown = asking();
        var stranger = SigningKey.ofPem("x", SigningKey.newPem(new SecureRandom())).verifier();
        try (var other = WitnessServer.start(checkpoints.identity().origin(), stranger, key)) {
            var witness = new Witness(key.verifier(), Optional.of(other.address()));
            var distrusted = new AskingWitness(witness, checkpoints, proving, submit);

            // When
            List<WitnessOutcome> outcomes = List.of(unknown.ask(), distrusted.ask());

            // Then
            assertThat(outcomes).extracting(WitnessOutcome::kind).containsOnly(Kind.REFUSED);
            assertThat(outcomes.getFirst().why()).contains("404", "name");
            assertThat(outcomes.getLast().why()).contains("403", "log/keys");
        }
    }

    @Test
    void says_so_when_a_witness_is_away() {
        // Given
        server.close();

        // When
        WitnessOutcome outcome = asking.ask();

        // Then
        assertThat(outcome.kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void brings_every_checkpoint_to_the_witnesses_of_the_configuration_by_itself() {
        // When
        seal(2);
        long size = checkpoints.newest().orElseThrow().size();

        // Then
        String line = "\u2014 " + Keys.asked().verifier().name() + " ";
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> checkpoints.newest().orElseThrow().note().contains(line));
        assertThat(checkpoints.newest().orElseThrow().size()).isGreaterThanOrEqualTo(size);
        await().atMost(AuditTopic.PATIENCE)
                .until(
                        () ->
                                given().get("/q/metrics")
                                        .asString()
                                        .contains(
                                                "ephor_audit_witness_answers_total{answer=\"cosigned\""));
    }
}
