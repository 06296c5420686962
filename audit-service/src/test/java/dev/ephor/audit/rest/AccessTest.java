package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.Following;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.events.Access;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class AccessTest {
    private static final Instant END = Instant.parse("2026-05-14T15:00:00Z");

    @Inject SealingRecords sealing;
    @Inject ReadingTheLog log;
    @Inject Following following;
    @Inject Ids ids;
    private MembershipKey key;

    @BeforeEach
    void somebody() {
        key = new MembershipKey("t1", ids.next(), ids.next(), Access.MEMBER);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-05-14T" + time + ":00Z");
    }

    private void seal(Event... events) {
        Sealed.seal(
                sealing,
                Stream.of(events)
                        .map(
                                event ->
                                        EventCodec.encode(
                                                new Envelope<>(
                                                        ids.next(),
                                                        "/test",
                                                        END,
                                                        ids.next(),
                                                        null,
                                                        null,
                                                        event)))
                        .toList());
        long size = log.head().size();
        await().atMost(AuditTopic.PATIENCE).until(() -> following.position("access") >= size);
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("auditor", "Ephor.Auditor"));
    }

    private JsonPath access(String time) {
        return auditor()
                .queryParam("at", at(time).toString())
                .queryParam("group", key.group())
                .get("/ephor/v1/audit/access")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> activations(String time) {
        return access(time).getList("entries.activation");
    }

    private ActivationGranted granted(String activation, String time) {
        return new ActivationGranted(key, activation, 1, END, at(time));
    }

    private ActivationExpired expired(String activation, String time, boolean ends) {
        return new ActivationExpired(key, activation, 2, END, at(time), ends);
    }

    @Test
    void a_membership_is_there_from_its_confirmation_until_it_is_confirmed_gone() {
        // Given
        seal(
                granted("a-1", "14:00"),
                expired("a-1", "15:00", true),
                new MembershipRemoved(key, "a-1", 2, at("15:00"), at("15:05")));

        // Then
        assertThat(activations("13:59")).isEmpty();
        assertThat(activations("14:00")).containsExactly("a-1");
        assertThat(access("14:03").getString("entries[0].closedAt")).isNull();
        assertThat(access("15:03").getString("entries[0].closedAt"))
                .isEqualTo("2026-05-14T15:00:00Z");
        assertThat(activations("15:05")).isEmpty();
    }

    @Test
    void what_is_said_is_proven_by_entries_of_the_log() {
        // Given
        seal(granted("a-1", "14:00"), expired("a-1", "15:00", true));

        // When
        JsonPath found = access("15:03");

        // Then
        List<Integer> proof = found.getList("entries[0].provenBy", Integer.class);
        assertThat(proof.stream().map(s -> log.at(s).orElseThrow().event().type()))
                .containsExactly(
                        "dev.ephor.activation.granted.v1", "dev.ephor.activation.expired.v1");
        assertThat(found.getString("entries[0].principal")).isEqualTo(key.principal());
        assertThat(found.getString("entries[0].windowEnd")).isEqualTo("2026-05-14T15:00:00Z");
    }

    @Test
    void a_membership_that_another_activation_keeps_goes_on_as_that_ones() {
        // Given
        seal(
                granted("a-1", "14:00"),
                granted("a-2", "14:10"),
                granted("a-2", "14:11"),
                expired("a-1", "14:30", false));

        // Then
        assertThat(activations("14:20")).containsExactlyInAnyOrder("a-1", "a-2");
        assertThat(activations("14:30")).containsExactly("a-2");
    }

    @Test
    void drift_counts_for_as_long_as_it_was_there() {
        // Given
        seal(
                new DriftDetected(key, "d-1", Difference.UNGRANTED, null, at("10:00")),
                new DriftDetected(key, "d-1", Difference.UNGRANTED, null, at("10:01")),
                new DriftEnded(
                        key,
                        "d-1",
                        Difference.UNGRANTED,
                        Outcome.REVERTED,
                        null,
                        null,
                        at("10:00"),
                        at("11:00")),
                granted("a-1", "12:00"),
                new DriftDetected(key, "d-2", Difference.VANISHED, null, at("13:00")),
                new DriftEnded(
                        key,
                        "d-2",
                        Difference.VANISHED,
                        Outcome.REVERTED,
                        null,
                        null,
                        at("13:00"),
                        at("13:30")));

        // Then
        assertThat(access("10:30").getList("entries.drift")).containsExactly("d-1");
        assertThat(activations("10:30")).containsExactly((String) null);
        assertThat(activations("11:30")).isEmpty();
        assertThat(activations("12:30")).containsExactly("a-1");
        assertThat(activations("13:10")).isEmpty();
        assertThat(activations("13:40")).containsExactly("a-1");
    }

    @ParameterizedTest
    @CsvSource({"group, g1", "at, 2026-05-14T14:03:00Z", "at, yesterday", "when, now"})
    void refuses_half_a_question(String name, String value) {
        auditor()
                .queryParam(name, value)
                .get("/ephor/v1/audit/access")
                .then()
                .statusCode(400)
                .body("detail", containsString("'"));
    }
}
