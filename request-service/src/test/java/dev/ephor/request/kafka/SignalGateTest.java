package dev.ephor.request.kafka;

import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static dev.ephor.request.testing.Others.key;
import static dev.ephor.request.testing.Producers.EDR;
import static dev.ephor.request.testing.Producers.signed;
import static dev.ephor.request.testing.Producers.signedByAStranger;
import static dev.ephor.request.testing.Producers.signedWithP256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.Envelope;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ResponseEvent.Problem;
import dev.ephor.events.ResponseEvent.SignalRefused;
import dev.ephor.events.Scope;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.SignalEvent.PrincipalDeactivated;
import dev.ephor.events.SignalEvent.ResumeAccess;
import dev.ephor.events.SignalEvent.RevokeMembership;
import dev.ephor.events.SignalEvent.SuspendAccess;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class SignalGateTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject Said said;
    @Inject Others others;
    private final String holder = someone();
    private final Scope scope = Scope.principal(TestIssuer.TENANT, holder);

    private Envelope<SignalEvent> suspending() {
        return of(EDR, new SuspendAccess(scope, null, "edr", "stolen", Instant.now()));
    }

    private static Envelope<SignalEvent> of(String source, SignalEvent event) {
        return new Envelope<>(
                UUID.randomUUID().toString(), source, Instant.now(), "case-1", null, null, event);
    }

    private String standing(Envelope<?> signal) {
        String id = DeterministicId.of(signal.source(), signal.id());
        return said.text("select standing::text from response where id = '" + id + "'");
    }

    private void awaitStanding(Envelope<?> signal) {
        await().atMost(PATIENCE).until(() -> "true".equals(standing(signal)));
    }

    /** The finding about a record that is sent; a good one behind it shows that nothing stopped. */
    private SignalRefused findingOf(ProducerRecord<String, byte[]> record, String id) {
        long before = said.position();
        var good = suspending();
        others.send(record);
        others.send(signed(good));
        awaitStanding(good);
        return said.ofResponses(before).stream()
                .filter(SignalRefused.class::isInstance)
                .map(SignalRefused.class::cast)
                .filter(finding -> id.equals(finding.signalId()))
                .findFirst()
                .orElseThrow();
    }

    private boolean isDeadLetter(String id) {
        return said.text(
                        "select 1 from journal where topic = 'ephor.dead-letters' and headers::text like '%"
                                + id
                                + "%'")
                != null;
    }

    private void refused(ProducerRecord<String, byte[]> record, Envelope<?> signal, Problem why) {
        SignalRefused finding = findingOf(record, signal.id());
        assertThat(finding.problem()).isEqualTo(why);
        assertThat(finding.source()).isEqualTo(signal.source());
        assertThat(isDeadLetter(signal.id())).isTrue();
        assertThat(standing(signal)).isNull();
    }

    @Test
    void believes_what_a_known_producer_has_signed_with_either_algorithm() {
        // Given
        var first = suspending();
        var second = suspending();

        // When
        others.send(signed(first));
        others.send(signedWithP256(second));

        // Then
        awaitStanding(first);
        awaitStanding(second);
        post(holder, lax(holder)).statusCode(400);

        // When
        others.send(signed(of(EDR, new ResumeAccess(scope, "edr", "found", Instant.now()))));

        // Then
        await().atMost(PATIENCE).until(() -> "false".equals(standing(second)));
        post(holder, lax(holder)).statusCode(201);
    }

    @Test
    void refuses_what_is_not_signed_or_by_somebody_else() {
        // Given
        var unsigned = suspending();
        var strange = suspending();

        // Then
        refused(EventCodec.encode(unsigned), unsigned, Problem.UNSIGNED);
        refused(signedByAStranger(strange), strange, Problem.BAD_SIGNATURE);
    }

    @Test
    void refuses_what_was_changed_after_it_was_signed() {
        // Given
        var data = suspending();
        var type = suspending();
        var other = signed(data);
        byte[] value =
                new String(other.value(), StandardCharsets.UTF_8)
                        .replace("stolen", "STOLEN")
                        .getBytes(StandardCharsets.UTF_8);
        var changed =
                new ProducerRecord<>(other.topic(), null, other.key(), value, other.headers());
        var retyped = signed(type);
        retyped.headers()
                .remove("ce_type")
                .add(
                        "ce_type",
                        "dev.ephor.signal.resume-access.v1".getBytes(StandardCharsets.UTF_8));

        // Then
        refused(changed, data, Problem.BAD_SIGNATURE);
        refused(retyped, type, Problem.BAD_SIGNATURE);
    }

    @Test
    void refuses_unknown_producers_and_what_a_producer_may_not_say() {
        // Given
        var stranger = of("/signals/nobody", suspending().data());
        var deactivated =
                of(
                        EDR,
                        new PrincipalDeactivated(
                                TestIssuer.TENANT, holder, "edr", null, Instant.now()));
        var elsewhere =
                of(EDR, new SuspendAccess(Scope.tenant("another"), null, "e", "r", Instant.now()));

        // Then
        refused(signed(stranger), stranger, Problem.UNKNOWN_PRODUCER);
        refused(signed(deactivated), deactivated, Problem.NOT_ALLOWED);
        refused(signed(elsewhere), elsewhere, Problem.NOT_ALLOWED);
    }

    @Test
    void refuses_what_is_too_old_or_of_the_future() {
        // Given
        Instant now = Instant.now();
        var data = suspending().data();
        var old =
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EDR,
                        now.minus(Duration.ofHours(25)),
                        "c",
                        null,
                        null,
                        data);
        var early =
                new Envelope<>(
                        UUID.randomUUID().toString(),
                        EDR,
                        now.plus(Duration.ofMinutes(6)),
                        "c",
                        null,
                        null,
                        data);

        // Then
        refused(signed(old), old, Problem.OUTSIDE_WINDOW);
        refused(signed(early), early, Problem.OUTSIDE_WINDOW);
    }

    @Test
    void refuses_what_it_cannot_read_and_types_that_are_no_signals() {
        // Given
        var broken = suspending();
        var record = EventCodec.encode(broken);
        var unreadable =
                new ProducerRecord<>(
                        record.topic(),
                        null,
                        record.key(),
                        "{".getBytes(StandardCharsets.UTF_8),
                        record.headers());
        var tomorrow = suspending();
        var unknown = signed(tomorrow);
        unknown.headers()
                .remove("ce_type")
                .add("ce_type", "dev.ephor.signal.of.tomorrow.v9".getBytes(StandardCharsets.UTF_8));

        // Then
        refused(unreadable, broken, Problem.UNREADABLE);
        refused(unknown, tomorrow, Problem.UNKNOWN_TYPE);
    }

    @Test
    void refuses_what_no_answer_to_it_could_repeat() {
        // Given
        var large =
                of(EDR, new SuspendAccess(scope, null, "edr", "x".repeat(70_000), Instant.now()));
        var unbearable = of(EDR, new SuspendAccess(scope, null, "edr", "why", Instant.now()));
        var record = signed(unbearable);
        byte[] value =
                new String(record.value(), StandardCharsets.UTF_8)
                        .replace("why", "\\u0000")
                        .getBytes(StandardCharsets.UTF_8);
        var nothing =
                new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());

        // Then
        refused(signed(large), large, Problem.UNREADABLE);
        refused(nothing, unbearable, Problem.UNREADABLE);
    }

    /** PostgreSQL has no text for it, and nothing must wait behind it. */
    @Test
    void goes_on_behind_a_key_that_no_database_can_hold() {
        // Given
        var signal = suspending();
        var record = EventCodec.encode(signal);
        var misplaced =
                new ProducerRecord<>(
                        record.topic(), null, "a\0b", record.value(), record.headers());

        // When
        others.send(misplaced);

        // Then
        await().atMost(PATIENCE).until(() -> isDeadLetter(signal.id()));
        var good = suspending();
        others.send(signed(good));
        awaitStanding(good);
    }

    @Test
    void a_forged_copy_does_not_keep_the_true_signal_from_being_heard() {
        // Given
        var signal = suspending();

        // When
        others.send(signedByAStranger(signal));
        others.send(signed(signal));

        // Then
        awaitStanding(signal);
    }

    @Test
    void does_once_what_comes_twice() {
        // Given
        var signal = suspending();
        var last = suspending();
        others.send(signed(signal));
        awaitStanding(signal);
        others.send(signed(of(EDR, new ResumeAccess(scope, "edr", "found", Instant.now()))));
        await().atMost(PATIENCE).until(() -> "false".equals(standing(signal)));

        // When
        others.send(signed(signal));
        others.send(signed(last));

        // Then
        awaitStanding(last);
        assertThat(standing(signal)).isEqualTo("false");
    }

    @Test
    void hears_the_first_form_of_a_revocation_from_one_whom_the_broker_vouches_for() {
        // Given
        MembershipKey key = key(holder, LAX);
        post(holder, lax(holder)).statusCode(201);
        var signal = of("/test", new RevokeMembership(key, "soc", "risk", Instant.now()));

        // When
        others.send(EventCodec.encode(signal));

        // Then
        await().atMost(PATIENCE).until(() -> "false".equals(standing(signal)));
        assertThat(said.text("select status from request where principal = '" + holder + "'"))
                .isEqualTo("Canceled");
    }
}
