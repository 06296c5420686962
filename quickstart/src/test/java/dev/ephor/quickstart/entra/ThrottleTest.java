package dev.ephor.quickstart.entra;

import static dev.ephor.quickstart.entra.Acme.ARNO;
import static dev.ephor.quickstart.entra.Acme.DANA;
import static dev.ephor.quickstart.entra.Acme.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.http.Http;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Graph's limits, in periods so long that nothing comes back within a test. */
class ThrottleTest {
    private static final Duration LONG = Duration.ofHours(1);
    private static final String MEMBERS = "/groups/" + OPERATORS + "/members";

    private final Acme acme = new Acme();
    private final EntraEmulator entra = acme.entra;

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void refuses_the_write_that_the_bucket_does_not_hold_and_says_how_long_to_wait() {
        // Given
        entra.limit(1, LONG, 1_000, LONG);
        add(DANA);

        // When
        HttpResponse<String> second = add(ARNO);

        // Then
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After"))
                .hasValueSatisfying(s -> assertThat(Integer.parseInt(s)).isBetween(3500, 3600));
        assertThat(entra.members(OPERATORS)).containsExactly(DANA);
        assertThat(acme.http.get(MEMBERS).statusCode()).isEqualTo(200);
    }

    @Test
    void counts_each_item_of_a_batch() {
        // Given
        entra.limit(1, LONG, 1_000, LONG);
        entra.addMember(OPERATORS, DANA);
        entra.addMember(OPERATORS, ARNO);
        String item = "{\"id\":\"%s\",\"method\":\"DELETE\",\"url\":\"" + MEMBERS + "/%s/$ref\"}";

        // When
        HttpResponse<String> batch =
                acme.http.send(
                        "POST",
                        "/$batch",
                        "{\"requests\":[%s,%s]}"
                                .formatted(item.formatted("1", DANA), item.formatted("2", ARNO)));

        // Then
        var responses = Http.json(batch).path("responses");
        assertThat(
                        List.of(
                                responses.get(0).path("status").asInt(),
                                responses.get(1).path("status").asInt()))
                .containsExactlyInAnyOrder(204, 429);
    }

    @Test
    void counts_reads_by_what_they_cost() {
        // Given
        entra.limit(1_000, LONG, 5, LONG);

        // When
        int first = acme.http.get(MEMBERS).statusCode();
        int selecting = acme.http.get(MEMBERS + "?$select=id").statusCode();
        int third = acme.http.get("/groups/" + OPERATORS).statusCode();

        // Then
        assertThat(List.of(first, selecting, third)).containsExactly(200, 200, 429);
    }

    @Test
    void is_switched_on_and_off_over_http() {
        // Given
        String base = entra.graphUrl().substring(0, entra.graphUrl().length() - "/v1.0".length());
        var control = new Http(base, "none");
        control.send("POST", "/_emulator/limits", "{\"writes\":1,\"writesPer\":3600}");
        add(DANA);
        int limited = add(ARNO).statusCode();

        // When
        control.send("DELETE", "/_emulator/limits", "");

        // Then
        assertThat(limited).isEqualTo(429);
        assertThat(add(ARNO).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> add(String principal) {
        return acme.http.send("POST", MEMBERS + "/$ref", Acme.referenceBody(principal));
    }
}
