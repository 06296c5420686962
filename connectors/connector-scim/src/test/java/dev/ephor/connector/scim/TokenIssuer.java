package dev.ephor.connector.scim;

import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.LoopbackServer;
import dev.ephor.quickstart.http.QueryString;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server of a test: it issues tokens to one client, and can take them back. */
final class TokenIssuer implements AutoCloseable {

    static final String CLIENT = "ephor of example";
    static final String SECRET = "client&secret=0123456789";
    static final String TOKEN_PREFIX = "issued-token-0123456789-";

    final List<Map<String, String>> forms = new CopyOnWriteArrayList<>();
    private final List<String> valid = new CopyOnWriteArrayList<>();
    private final Queue<Reply> mishaps = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final LoopbackServer server = LoopbackServer.start(0, this::answer);

    Map<String, String> settings() {
        return Map.of(
                "tokenUrl",
                server.url() + "/token",
                "clientId",
                CLIENT,
                "clientSecretRef",
                "APP1_SECRET");
    }

    int issued() {
        return count.get();
    }

    boolean issued(String authorization) {
        return authorization.startsWith("Bearer ") && valid.contains(authorization.substring(7));
    }

    void takeAllBack() {
        valid.clear();
    }

    /** What the next request is answered with. */
    void suffer(Reply reply) {
        mishaps.add(reply);
    }

    static Reply error(int status, String code) {
        return Reply.json(status, Map.of("error", code, "error_description", "no: " + SECRET));
    }

    private Reply answer(Request request) {
        Map<String, String> form = QueryString.parse(request.text());
        forms.add(form);
        Reply mishap = mishaps.poll();
        if (mishap != null) {
            return mishap;
        }
        if (!inHeader(request) && !SECRET.equals(form.get("client_secret"))) {
            return error(401, "invalid_client");
        }
        String token = TOKEN_PREFIX + count.incrementAndGet();
        valid.add(token);
        var body = Json.object();
        body.put("access_token", token).put("token_type", "Bearer").put("expires_in", 3600);
        return Reply.json(200, body);
    }

    private static boolean inHeader(Request request) {
        String id = URLEncoder.encode(CLIENT, StandardCharsets.UTF_8);
        String secret = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String expected = "Basic " + new Credential.Basic(id, secret).encoded();
        return Objects.equals(expected, request.header("Authorization"));
    }

    @Override
    public void close() {
        server.close();
    }
}
