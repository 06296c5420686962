package dev.ephor.quickstart.issuer;

import dev.ephor.quickstart.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks an {@link OidcIssuer} of another process for a persona's token. */
public final class TokenClient {
    private TokenClient() {}

    /**
     * A token of somebody who signed in with a second factor.
     *
     * @throws IllegalStateException when there is no such issuer or persona
     */
    public static String token(URI address, String persona) {
        String form =
                "grant_type=client_credentials&client_secret=any&scope=mfa&client_id=" + persona;
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/" + OidcIssuer.ID + "/token"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
            return Json.parseObject(response.body())
                    .map(body -> body.path("access_token").asText(""))
                    .filter(token -> !token.isEmpty())
                    .orElseThrow(
                            () ->
                                    new IllegalStateException(
                                            "the issuer gave no token of " + persona));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the issuer of ./ephor up does not answer at %s: start it, or name a token with --token-from"
                            .formatted(address),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }
}
