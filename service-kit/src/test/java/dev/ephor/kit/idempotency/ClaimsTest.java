package dev.ephor.kit.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.idempotency.Claim.Call;
import dev.ephor.kit.idempotency.Claim.Granted;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ClaimsTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");
    private static final Answer SOLD = new Answer(201, "application/json", "/till/1", "{}");

    @Inject DataSource database;
    @Inject Ids ids;

    @Test
    void of_many_at_once_at_two_instances_one_is_granted() throws Exception {
        // Given
        Call call = call("body");
        List<Claims> instances = List.of(at(NOW), at(NOW));
        var together = new CyclicBarrier(8);
        List<Future<Claim>> claims = new ArrayList<>();
        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                Claims instance = instances.get(i % 2);
                claims.add(
                        threads.submit(
                                (Callable<Claim>)
                                        () -> {
                                            together.await();
                                            return instance.claim(call);
                                        }));
            }
        }
        // Then
        assertThat(claims)
                .extracting(Future::resultNow)
                .filteredOn(Granted.class::isInstance)
                .hasSize(1);
        assertThat(claims)
                .extracting(Future::resultNow)
                .filteredOn(Claim.Running.class::isInstance)
                .hasSize(7);
    }

    @Test
    void a_call_that_was_never_answered_is_granted_again_once_it_must_be_lost() throws Exception {
        // Given
        Call call = call("body");
        var lost = (Granted) at(NOW).claim(call);
        Claims later = at(NOW.plus(Claims.LONGEST_CALL).plusMillis(1));
        // When
        Claim again = later.claim(call);
        // Then
        assertThat(again).isInstanceOf(Granted.class);
        later.keep(lost, SOLD);
        assertThat(later.claim(call))
                .as("the lost one does not answer for it")
                .isInstanceOf(Claim.Running.class);
    }

    @Test
    void a_lost_call_does_not_free_its_key_for_something_else() throws Exception {
        Call call = call("body");
        at(NOW).claim(call);
        var other =
                new Call(call.caller(), call.route(), call.key(), Fingerprint.of(bytes("other")));
        assertThat(at(NOW.plus(Duration.ofHours(1))).claim(other)).isInstanceOf(Claim.Reused.class);
    }

    @Test
    void an_answer_lasts_a_day() throws Exception {
        // Given
        Call call = call("body");
        at(NOW).keep((Granted) at(NOW).claim(call), SOLD);
        // When, Then
        assertThat(at(NOW.plus(Duration.ofHours(24))).claim(call))
                .isEqualTo(new Claim.Answered(SOLD));
        assertThat(at(NOW.plus(Duration.ofHours(24)).plusMillis(1)).claim(call))
                .isInstanceOf(Granted.class);
    }

    @Test
    void an_instance_that_is_back_has_lost_what_it_had_not_answered() throws Exception {
        // Given
        Call lost = call("lost");
        Call answered = call("answered");
        Call ofAnother = call("of another");
        at(NOW).claim(lost);
        at(NOW).keep((Granted) at(NOW).claim(answered), SOLD);
        at(NOW, "another").claim(ofAnother);
        // When
        at(NOW.plusMillis(1)).start(new StartupEvent());
        // Then
        assertThat(at(NOW.plusMillis(2)).claim(lost)).isInstanceOf(Granted.class);
        assertThat(at(NOW.plusMillis(2)).claim(answered)).isEqualTo(new Claim.Answered(SOLD));
        assertThat(at(NOW.plusMillis(2)).claim(ofAnother)).isInstanceOf(Claim.Running.class);
    }

    private Claims at(Instant now) {
        return at(now, "claims-test");
    }

    private Claims at(Instant now, String instance) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new Claims(database, ids, clock, instance, Duration.ofHours(24));
    }

    private Call call(String body) {
        return new Call(
                "t/p", "POST /x", new IdempotencyKey(ids.next()), Fingerprint.of(bytes(body)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
