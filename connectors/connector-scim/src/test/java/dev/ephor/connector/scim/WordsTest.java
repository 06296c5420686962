package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.scim.OddApplication.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application's answer is put into. */
class WordsTest {

    private static final Membership DANA =
            new Membership(
                    new Membership.Group("t", "g", "Administrators"),
                    new Membership.Principal("d", "dana@example.com", null, null, null, null),
                    "member");

    @ParameterizedTest
    @ValueSource(ints = {408, 409, 412, 423, 425, 429, 500, 502, 503, 504})
    void takes_what_may_pass_for_transient(int status) {
        // Given
        var reply = Reply.status(status);

        // When
        var answer = granted(reply);

        // Then
        assertThat(answer).isInstanceOf(Answer.Transient.class);
        assertThat(answer.why()).contains("odd").contains(String.valueOf(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 413, 501})
    void takes_what_will_not_pass_for_rejected(int status) {
        // Given
        var reply = Reply.status(status);

        // When
        var answer = granted(reply);

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains(String.valueOf(status));
    }

    @Test
    void reads_how_long_to_wait_from_a_date() {
        // Given
        var reply = new Reply(503, Map.of("retry-after", "Wed, 04 Mar 2020 09:13:40 GMT"), "");

        // When
        var answer = granted(reply);

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Transient.class,
                        t -> assertThat(t.retryAfter()).isEqualTo(Duration.ZERO));
    }

    @Test
    void quotes_the_application_in_one_short_line_without_the_token() {
        // Given
        var body = "{\"detail\":\"no\\nway for odd-token %s\"}".formatted("x".repeat(5000));
        var reply = new Reply(400, Map.of(), body);

        // When
        var answer = granted(reply);

        // Then
        assertThat(answer.why()).contains("no way for ***").doesNotContain("\n", "odd-token");
        assertThat(answer.why()).hasSizeLessThan(500);
    }

    @Test
    void follows_no_redirect_with_its_token() {
        // Given
        try (var other = new OddApplication(_ -> Reply.listing())) {
            var elsewhere = "http://127.0.0.1:" + other.port();

            // When
            var answer = granted(new Reply(302, Map.of("Location", elsewhere), ""));

            // Then
            assertThat(answer).isInstanceOf(Answer.Rejected.class);
            assertThat(answer.why()).contains("url");
            assertThat(other.requests).isEmpty();
        }
    }

    @Test
    void says_that_a_host_is_not_to_be_found() {
        // Given
        var settings =
                new Settings(
                        "app1", Map.of("url", "https://app1.invalid", "tokenRef", "T"), _ -> "t");

        // When
        Answer answer;
        try (var connector = ScimConnector.open(ScimTarget.of(settings))) {
            answer = connector.grant(List.of(DANA)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        assertThat(answer.why()).contains("app1.invalid");
    }

    @Test
    void sees_that_a_page_is_no_scim() {
        // Given
        var page = new Reply(200, Map.of("Content-Type", "text/html"), "<html>Sign in</html>");

        // When
        var answer = granted(page);

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("url");
    }

    @Test
    void believes_no_search_result_that_was_not_searched_for() {
        // Given
        var everybody =
                Reply.json(
                        """
                        {"totalResults":1,"Resources":[
                          {"id":"1","userName":"root","displayName":"Root","externalId":"r"}]}""");

        // When
        var answer = observed(everybody);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    private static Answer granted(Reply reply) {
        try (var app = new OddApplication(_ -> reply);
                var connector = ScimConnector.open(app.target())) {
            return connector.grant(List.of(DANA)).getFirst();
        }
    }

    private static Answer observed(Reply reply) {
        try (var app = new OddApplication(_ -> reply);
                var connector = ScimConnector.open(app.target())) {
            return connector.observe(List.of(DANA)).getFirst();
        }
    }
}
