package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.connector.scim.AccessTokens.Token;
import dev.ephor.connector.scim.Credential.ClientCredentials;
import dev.ephor.connector.scim.Credential.SecretIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.http.entity.ContentType;

/** Asks an authorization server for an access token (RFC 6749, section 4.4). */
record TokenSource(ClientCredentials client, Http http, Words words, Secrets secrets)
        implements Supplier<Token> {

    private static final String TRIED = "asked tokenUrl for a token";

    /** Of a token whose end the server does not tell; where it ends sooner, a 401 says so. */
    private static final Duration UNTOLD = Duration.ofMinutes(5);

    /**
     * @throws Refusal where there is no token to be had
     */
    @Override
    public Token get() {
        var call =
                new Http.Call(
                        "POST",
                        client.tokenUrl(),
                        inHeader() ? basic() : "",
                        ContentType.APPLICATION_FORM_URLENCODED,
                        form(asked(true)),
                        form(asked(false)));
        Reply reply = http.send(TRIED, call, Optional.of("(not told: it may hold a token)"));
        JsonNode json = Json.parse(reply.body());
        if (!reply.isSuccess()) {
            throw words.noToken(TRIED, reply);
        }
        String token = json.path("access_token").asText("");
        if (token.isEmpty()) {
            throw words.rejected(TRIED, "the answer holds none; is it the token endpoint?");
        }
        secrets.add(token);
        long seconds = json.path("expires_in").asLong(0);
        return new Token(token, seconds > 0 ? Duration.ofSeconds(seconds) : UNTOLD);
    }

    private boolean inHeader() {
        return client.secretIn() == SecretIn.BASIC;
    }

    /** Both are encoded as in a form first (RFC 6749, section 2.3.1). */
    private String basic() {
        var encoded =
                new Credential.Basic(encoded(client.clientId()), encoded(client.clientSecret()));
        return "Basic " + encoded.encoded();
    }

    private Map<String, String> asked(boolean withSecret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        if (!inHeader()) {
            form.put("client_id", client.clientId());
            form.put("client_secret", withSecret ? client.clientSecret() : "***");
        }
        return form;
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(v -> v.getKey() + "=" + encoded(v.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
