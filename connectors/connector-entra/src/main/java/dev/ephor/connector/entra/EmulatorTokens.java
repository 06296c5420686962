package dev.ephor.connector.entra;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Tokens by the client-credentials grant (RFC 6749, section 4.4) from a given endpoint. Entra's own
 * library refuses any that is not https, and so any emulator.
 */
final class EmulatorTokens implements TokenSource {

    /** So long before its end a token is no longer sent, so that it does not end on its way. */
    private static final Duration MARGIN = Duration.ofMinutes(2);

    private record Token(String value, Instant until) {}

    private final EntraTenant tenant;
    private final URI tokenUrl;
    private final OkHttpClient http;
    private final InstantSource clock;
    private final Words words;
    private final AllowedHostsValidator hosts;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable Token token;

    EmulatorTokens(EntraTenant tenant, URI tokenUrl, OkHttpClient http, InstantSource clock) {
        this.tenant = tenant;
        this.tokenUrl = tokenUrl;
        this.http = http;
        this.clock = clock;
        this.words = new Words(tenant);
        this.hosts = new AllowedHostsValidator(tenant.graphUrl().getHost());
    }

    @Override
    public String getAuthorizationToken(URI uri, @Nullable Map<String, Object> context) {
        if (!hosts.isUrlHostValid(uri)) {
            return "";
        }
        Token held = token;
        return held != null && isFresh(held) ? held.value : fetchedOnce();
    }

    /** Of many callers one fetches, and the others take what it got; nobody waits twice. */
    private String fetchedOnce() {
        if (!lockedInTime()) {
            throw new NoAnswer(
                    words.unreachable("waited for a token", new IOException("none came in time")));
        }
        try {
            Token held = token;
            if (held == null || !isFresh(held)) {
                held = fetch();
                token = held;
            }
            return held.value;
        } finally {
            fetching.unlock();
        }
    }

    private boolean lockedInTime() {
        try {
            return fetching.tryLock(tenant.timeout().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isFresh(Token held) {
        return clock.instant().isBefore(held.until);
    }

    private Token fetch() {
        RequestBody form =
                new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .add("client_id", tenant.clientId())
                        .add("client_secret", tenant.clientSecret())
                        .add("scope", "https://graph.microsoft.com/.default")
                        .build();
        Request request = new Request.Builder().url(tokenUrl.toString()).post(form).build();
        try (Response response = http.newCall(request).execute()) {
            return read(response);
        } catch (IOException e) {
            throw new NoAnswer(words.unreachable("asked for a token", e));
        }
    }

    private Token read(Response response) throws IOException {
        String body = response.body() == null ? "" : response.body().string();
        JsonObject json = parsed(body);
        if (!response.isSuccessful() || !json.has("access_token")) {
            String said =
                    json.has("error_description") ? json.get("error_description").toString() : "";
            throw new NoAnswer(words.tokenRefused(response.code(), said));
        }
        long seconds = json.has("expires_in") ? json.get("expires_in").getAsLong() : 0;
        Instant until = clock.instant().plusSeconds(seconds).minus(MARGIN);
        return new Token(json.get("access_token").getAsString(), until);
    }

    private static JsonObject parsed(String body) {
        try {
            var json = JsonParser.parseString(body);
            return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
        } catch (JsonParseException notJson) {
            return new JsonObject();
        }
    }

    @Override
    public AllowedHostsValidator getAllowedHostsValidator() {
        return hosts;
    }

    @Override
    public boolean renew() {
        token = null;
        return true;
    }
}
