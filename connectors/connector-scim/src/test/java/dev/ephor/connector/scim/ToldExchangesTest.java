package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import dev.ephor.connector.scim.OddApplication.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of the requests of a call. */
class ToldExchangesTest {

    @Test
    void tells_each_request_of_a_grant_with_its_text_and_its_answer() {
        try (var side = new AppSide(Map.of());
                var connector = open(side)) {
            // Given
            var group = side.group();
            var two =
                    Stream.generate(side::stranger)
                            .limit(2)
                            .map(p -> new Membership(group, p, "member"))
                            .toList();

            // When
            var told = Exchanges.during(() -> connector.grant(two)).exchanges();

            // Then
            assertThat(told).filteredOn(e -> e.operation().equals("POST")).hasSize(2);
            assertThat(told.getLast().operation()).isEqualTo("PATCH");
            assertThat(told.getLast().address()).endsWith("/Groups/" + side.ids.get(group.id()));
            assertThat(told.getLast().sent()).contains("\"op\":\"add\"");
            assertThat(told.getLast().status()).isEqualTo(204);
            assertThat(told.getFirst().received()).contains("ListResponse");
        }
    }

    @Test
    void tells_why_no_answer_came() {
        // Given
        var app = new OddApplication(_ -> Reply.listing());
        ScimTarget target = app.target();
        app.close();

        try (var connector = ScimConnector.open(target)) {
            // When
            var told = Exchanges.during(connector::check).exchanges();

            // Then
            assertThat(told).singleElement().extracting(Exchange::status).isNull();
            assertThat(told.getFirst().received()).contains("no answer");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 500})
    void cuts_a_secret_out_that_the_application_sends_back(int status) {
        // Given
        var planted =
                new Reply(
                        status,
                        Map.of("Content-Type", "application/scim+json"),
                        "{\"detail\":\"who is odd-token?\",\"totalResults\":0}");

        try (var app = new OddApplication(_ -> planted);
                var connector = ScimConnector.open(app.target())) {
            // When
            var heard = Exchanges.during(connector::check);

            // Then
            assertThat(heard.exchanges()).isNotEmpty();
            assertThat(heard.exchanges().toString()).contains("***").doesNotContain("odd-token");
            assertThat(heard.result().toString()).doesNotContain("odd-token");
        }
    }

    @Test
    void changes_nothing_in_order_to_check() {
        try (var app = new OddApplication(_ -> Reply.listing());
                var connector = ScimConnector.open(app.target())) {
            // When
            var heard = Exchanges.during(connector::check);

            // Then
            assertThat(heard.result()).isEqualTo(new Answer.Applied(false));
            assertThat(heard.exchanges())
                    .extracting(Exchange::operation, Exchange::sent)
                    .containsExactly(tuple("GET", ""));
        }
    }

    @Test
    void finds_no_scim_in_a_page_that_says_nothing_of_it() {
        try (var app = new OddApplication(_ -> Reply.json("{\"hello\":\"world\"}"));
                var connector = ScimConnector.open(app.target())) {
            // When
            var answer = connector.check();

            // Then
            assertThat(answer).isInstanceOf(Answer.Rejected.class);
            assertThat(answer.why()).contains("url");
        }
    }

    private static Connector open(AppSide side) {
        return ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(10))));
    }
}
