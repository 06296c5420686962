package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SearchTest {
    private static final String SEARCH = "/ephor/v1/audit/search";

    @Inject SealingRecords sealing;
    @Inject Ids ids;

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("auditor", "Ephor.Auditor"));
    }

    private static JsonPath search(Map<String, ?> query) {
        return auditor().queryParams(query).get(SEARCH).then().statusCode(200).extract().jsonPath();
    }

    /** The golden sample of a type with other words in its data, at a time of its own. */
    private ProducerRecord<String, byte[]> saying(
            String type, String story, Map<String, String> words) {
        var message = Samples.of(type, story, ids.next());
        String data = new String(message.value(), StandardCharsets.UTF_8);
        for (var word : words.entrySet()) {
            data = data.replace(word.getKey(), word.getValue());
        }
        return new ProducerRecord<>(
                message.topic(),
                null,
                message.key(),
                data.getBytes(StandardCharsets.UTF_8),
                message.headers());
    }

    private ProducerRecord<String, byte[]> at(String time, String story) {
        var message = Samples.of("dev.ephor.activation.active.v1", story, ids.next());
        Samples.set(message.headers(), "ce_time", time);
        return message;
    }

    @ParameterizedTest
    @CsvSource({
        "dev.ephor.provisioning.confirmed.v1, target,   app1",
        "dev.ephor.activation.denied.v1,      approver, b4a1d5e0-1111-4111-8111-000000000102",
        "dev.ephor.approval.opened.v1,        approver, b4a1d5e0-1111-4111-8111-000000000102",
        "dev.ephor.activation.approved.v1,    approver, b4a1d5e0-1111-4111-8111-000000000102",
        "dev.ephor.activation.requested.v1,   ticket,   INC-20417",
        "dev.ephor.signal.ticket-closed.v1,   ticket,   INC-20417",
    })
    void finds_what_an_event_mentions(String type, String by, String sample) {
        // Given
        String mentioned = "m-" + ids.next();
        String story = ids.next();
        Sealed.seal(
                sealing,
                List.of(
                        saying(type, story, Map.of(sample, mentioned)),
                        saying(type, ids.next(), Map.of())));

        // When
        JsonPath found = search(Map.of(by, mentioned));

        // Then
        assertThat(found.getList("entries.event.correlationId")).containsExactly(story);
    }

    @Test
    void finds_words_of_a_justification_as_a_search_engine_does() {
        // Given
        String type = "dev.ephor.activation.requested.v1";
        String said = "INC-20417 restart of billing workers";
        String one = ids.next();
        String other = ids.next();
        Sealed.seal(
                sealing,
                List.of(
                        saying(
                                type,
                                one,
                                Map.of(said, "Zweitausend Restore of the replica, on call")),
                        saying(type, other, Map.of(said, "zweitausend restore of a test"))));

        // Then
        assertThat(found("zweitausend RESTORE")).containsExactlyInAnyOrder(one, other);
        assertThat(found("zweitausend restore -test")).containsExactly(one);
        assertThat(found("zweitausend \"on call\"")).containsExactly(one);
        assertThat(found("zweitausend 'quotes' & ) ( | !")).isEmpty();
    }

    private static List<String> found(String text) {
        return search(Map.of("text", text)).getList("entries.event.correlationId");
    }

    @Test
    void pages_in_both_directions_of_time_across_months() {
        // Given
        String story = ids.next();
        var times =
                List.of(
                        "2024-02-27T10:00:00Z",
                        "2024-02-27T10:00:00Z",
                        "2024-02-29T23:59:59.999999Z",
                        "2024-03-01T00:00:00Z",
                        "2039-03-01T00:00:00Z");
        Sealed.seal(sealing, times.stream().map(time -> at(time, story)).toList());

        // When
        List<String> oldest = all(story, "oldest");
        List<String> newest = all(story, "newest");

        // Then
        assertThat(oldest).isEqualTo(times);
        assertThat(newest).isEqualTo(times.reversed());
    }

    private static List<String> all(String story, String order) {
        var found = new ArrayList<String>();
        JsonPath page = search(Map.of("activation", story, "order", order, "limit", 2));
        while (true) {
            found.addAll(page.getList("entries.event.time"));
            String next = page.getString("nextLink");
            if (next == null) {
                return found;
            }
            page = auditor().urlEncodingEnabled(false).get(next).jsonPath();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "from, yesterday",
        "limit, 0",
        "order, sideways",
        "after, 41",
        "after, 2026-01-01T00:00:00Z~x",
        "principle, p1",
        "group, ' '"
    })
    void refuses_a_question_that_it_does_not_understand(String name, String value) {
        auditor()
                .queryParam(name, value)
                .get(SEARCH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("'" + name + "'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01T00:00:00Z", "-999999999-01-01T00:00:00Z"})
    void finds_nothing_where_no_database_has_times(String time) {
        assertThat(
                        search(
                                        Map.of(
                                                "from",
                                                time,
                                                "to",
                                                "+999999999-12-31T00:00:00Z",
                                                "target",
                                                "x"))
                                .getList("entries"))
                .isEmpty();
    }

    @Test
    void refuses_a_time_that_ends_before_it_begins() {
        auditor()
                .queryParam("from", "2026-01-02T00:00:00Z")
                .queryParam("to", "2026-01-01T00:00:00Z")
                .get(SEARCH)
                .then()
                .statusCode(400);
    }
}
