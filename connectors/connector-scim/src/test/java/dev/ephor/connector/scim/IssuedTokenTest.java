package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.app.Manners;
import dev.ephor.quickstart.http.Reply;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** OAuth's client credentials. */
class IssuedTokenTest {

    private final TokenIssuer issuer = new TokenIssuer();
    private final AppSide side =
            new AppSide(Manners.PLAIN, new Entrance.ByIssuedToken(issuer), Map.of());
    private Connector connector = connector(Map.of());
    private final Membership membership = membership();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void asks_for_one_token_for_many_calls() {
        // When
        grant();
        grant();

        // Then
        assertThat(issuer.issued()).isEqualTo(1);
        assertThat(issuer.forms).singleElement().asString().doesNotContain("secret");
    }

    @Test
    void names_the_scope_and_puts_the_secret_where_it_is_wanted() {
        // Given
        reopen(Map.of("scope", "scim:write", "clientSecretIn", "post"));

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(issuer.forms)
                .singleElement()
                .isEqualTo(
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "scope",
                                "scim:write",
                                "client_id",
                                TokenIssuer.CLIENT,
                                "client_secret",
                                TokenIssuer.SECRET));
    }

    @Test
    void renews_a_token_that_was_taken_back() {
        // Given
        grant();
        issuer.takeAllBack();

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(issuer.issued()).isEqualTo(2);
    }

    @Test
    void renews_once_only_where_the_application_trusts_no_token() {
        // Given
        grant();
        issuer.takeAllBack();
        issuer.suffer(token("not-trusted"));

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("scope", "clientId").doesNotContain("not-trusted");
        assertThat(issuer.forms).hasSize(2);
    }

    @Test
    void says_that_the_scope_is_not_given() {
        // Given
        issuer.suffer(TokenIssuer.error(400, "invalid_scope"));

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("mend scope").doesNotContain(TokenIssuer.SECRET);
    }

    @Test
    void passes_on_how_long_the_issuer_asks_to_wait() {
        // Given
        issuer.suffer(Reply.empty(429).with("Retry-After", "7"));

        // When
        var answer = grant();

        // Then
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Transient.class,
                        t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
    }

    @Test
    void says_that_a_page_is_no_token() {
        // Given
        issuer.suffer(Reply.text(200, "text/html", "<html>Sign in</html>"));

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("token endpoint");
    }

    @Test
    void says_that_the_issuer_does_not_answer() {
        // Given
        issuer.close();

        // When
        var answer = grant();

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
        assertThat(answer.why()).contains("tokenUrl");
    }

    @Test
    void tells_that_it_asked_for_a_token_and_neither_secret_nor_token() {
        // Given
        reopen(Map.of("clientSecretIn", "post"));

        // When
        var told = Exchanges.during(this::grant).exchanges();

        // Then
        assertThat(told).first().extracting(Exchange::address).asString().endsWith("/token");
        assertThat(told.toString())
                .contains("grant_type=client_credentials")
                .doesNotContain(TokenIssuer.TOKEN_PREFIX, TokenIssuer.SECRET, "client%26secret");
    }

    private static Reply token(String value) {
        return Reply.json(200, Map.of("access_token", value, "expires_in", "3600"));
    }

    private Answer grant() {
        return connector.grant(List.of(membership)).getFirst();
    }

    private Membership membership() {
        return new Membership(side.group(), side.principal(), "member");
    }

    private void reopen(Map<String, String> extra) {
        connector.close();
        connector = connector(extra);
    }

    private Connector connector(Map<String, String> extra) {
        Settings settings = side.settings(Duration.ofSeconds(10));
        var values = new HashMap<>(settings.values());
        values.putAll(extra);
        return ScimConnector.open(
                ScimTarget.of(new Settings(settings.name(), values, settings.secrets())));
    }
}
