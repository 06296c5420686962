package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.events.EventTypes;
import dev.ephor.kit.test.EmptyPool;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class EntriesTest {
    private static final String ENTRIES = "/ephor/v1/audit/entries";
    private static final String SEARCH = "/ephor/v1/audit/search";
    private static final String REQUESTED = "dev.ephor.activation.requested.v1";
    private static final String DENIED = "dev.ephor.activation.denied.v1";

    @Inject SealingRecords sealing;
    @Inject Ids ids;
    @Inject AgroalDataSource database;

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("auditor", "Ephor.Auditor"));
    }

    private JsonPath page(String... query) {
        var call = auditor();
        for (int i = 0; i < query.length; i += 2) {
            call.queryParam(query[i], query[i + 1]);
        }
        return call.get(SEARCH).then().statusCode(200).extract().jsonPath();
    }

    /** A request of somebody of their own, at a time of its own. */
    private void sealRequest(String activation, String principal, String time) {
        var message = Samples.of(REQUESTED, activation, ids.next());
        Samples.set(message.headers(), "ce_time", time);
        Sealed.seal(
                sealing,
                List.of(
                        new org.apache.kafka.clients.producer.ProducerRecord<>(
                                message.topic(),
                                null,
                                "t/g-of-" + principal + "/" + principal + "/member",
                                message.value(),
                                message.headers())));
    }

    @Test
    void finds_entries_by_each_filter() {
        // Given
        String activation = ids.next();
        String principal = ids.next();
        sealRequest(activation, principal, "2031-05-06T07:08:09.123456Z");
        sealRequest(ids.next(), ids.next(), "2031-05-06T07:08:10Z");

        // Then
        for (String[] query :
                List.of(
                        new String[] {"activation", activation},
                        new String[] {"principal", principal},
                        new String[] {"group", "g-of-" + principal},
                        new String[] {
                            "from", "2031-05-06T07:08:09.123456Z", "to", "2031-05-06T07:08:10Z"
                        },
                        new String[] {"activation", activation, "type", REQUESTED})) {
            assertThat(page(query).getList("entries.about.activation")).containsExactly(activation);
        }
        assertThat(page("activation", activation, "type", DENIED).getList("entries")).isEmpty();
        assertThat(page("principal", "nobody").getList("entries")).isEmpty();
    }

    @Test
    void says_of_an_entry_what_the_documentation_says() {
        // Given
        String activation = ids.next();
        sealRequest(activation, "p1", "2030-05-06T07:08:09Z");

        // When
        JsonPath found = page("activation", activation);
        long sequence = found.getLong("entries[0].sequence");

        // Then
        auditor()
                .get(ENTRIES + "/" + sequence)
                .then()
                .statusCode(200)
                .body("kind", equalTo("EVENT"))
                .body("source.topic", equalTo("ephor.requests"))
                .body("source.timestamp", equalTo("2026-01-01T00:00:00Z"))
                .body("event.type", equalTo(REQUESTED))
                .body("event.time", equalTo("2030-05-06T07:08:09Z"))
                .body("event.correlationId", equalTo(activation))
                .body("about.tenant", equalTo("t"))
                .body("about.group", equalTo("g-of-p1"))
                .body("about.principal", equalTo("p1"))
                .body("about.access", equalTo("member"))
                .body("leafHash.length()", equalTo(64))
                .body("containsKey('problem')", equalTo(false));
    }

    @Test
    void pages_by_time_and_sequence_until_there_is_no_next_link() {
        // Given
        String activation = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, 7)
                        .mapToObj(i -> Samples.of(REQUESTED, activation, activation + i))
                        .toList());

        // When
        var sizes = new ArrayList<Integer>();
        var sequences = new ArrayList<Integer>();
        JsonPath page = page("activation", activation, "limit", "3");
        while (page != null) {
            sizes.add(page.getList("entries").size());
            sequences.addAll(page.getList("entries.sequence", Integer.class));
            String next = page.getString("nextLink");
            page = next == null ? null : auditor().urlEncodingEnabled(false).get(next).jsonPath();
        }

        // Then
        assertThat(sizes).containsExactly(3, 3, 1);
        assertThat(sequences).hasSize(7).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void lists_the_log_in_sequence() {
        // Given
        Sealed.seal(sealing, Samples.all(ids.next()));

        // When
        JsonPath page = auditor().queryParam("limit", 3).get(ENTRIES).jsonPath();
        JsonPath next = auditor().get(page.getString("nextLink")).jsonPath();

        // Then
        assertThat(page.getList("entries.sequence")).containsExactly(0, 1, 2);
        assertThat(next.getList("entries.sequence")).containsExactly(3, 4, 5);
    }

    @ParameterizedTest
    @CsvSource({"limit, 0", "limit, 1001", "limit, many", "after, -1", "principal, p1"})
    void refuses_a_question_that_it_does_not_understand(String name, String value) {
        auditor()
                .queryParam(name, value)
                .get(ENTRIES)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'" + name + "'"));
    }

    @ParameterizedTest
    @CsvSource({"999999999", "-1", "x", "99999999999999999999"})
    void knows_no_entry_of_another_sequence(String sequence) {
        auditor().get(ENTRIES + "/" + sequence).then().statusCode(404);
    }

    @Test
    void can_be_asked_again_when_no_connection_is_left() {
        try (var _ = EmptyPool.of(database)) {
            auditor()
                    .get(ENTRIES)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("ServiceUnavailable"));
        }
    }

    @Test
    void tells_an_activations_story() {
        // Given
        String whole = ids.next();
        String half = ids.next();
        Sealed.seal(
                sealing,
                Samples.all(whole).stream()
                        .filter(m -> !m.topic().equals("ephor.catalog"))
                        .filter(m -> !isOneOf(m, "refused", "denied", "lapsed"))
                        .toList());
        Sealed.seal(sealing, List.of(Samples.of(REQUESTED, half, half)));

        // Then
        auditor()
                .get("/ephor/v1/audit/activations/" + whole)
                .then()
                .statusCode(200)
                .body("complete", equalTo(true))
                .body("missing.size()", equalTo(0))
                .body("reached", hasItems("REQUESTED", "ACTIVE", "ENDED"));
        auditor()
                .get("/ephor/v1/audit/activations/" + half)
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("missing", hasItems("APPROVED", "ENDED"))
                .body("entries.size()", equalTo(1));
        auditor().get("/ephor/v1/audit/activations/unknown").then().statusCode(404);
    }

    private static boolean isOneOf(
            org.apache.kafka.clients.producer.ProducerRecord<String, byte[]> message,
            String... endings) {
        String type =
                new String(
                        message.headers().lastHeader("ce_type").value(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertThat(EventTypes.byName(type)).isPresent();
        return java.util.Arrays.stream(endings).anyMatch(e -> type.endsWith(e + ".v1"));
    }
}
