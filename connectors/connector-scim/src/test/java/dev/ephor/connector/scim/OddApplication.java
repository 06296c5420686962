package dev.ephor.connector.scim;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An application that answers each request as a test wants it to: the oddities of real ones. */
final class OddApplication implements AutoCloseable {

    record Reply(int status, Map<String, String> headers, String body) {
        static Reply json(String body) {
            return new Reply(200, Map.of("Content-Type", "application/scim+json"), body);
        }

        static Reply listing(String... groups) {
            return json(
                    "{\"totalResults\":%d,\"Resources\":[%s]}"
                            .formatted(groups.length, String.join(",", groups)));
        }

        static Reply status(int status) {
            return new Reply(status, Map.of(), "");
        }
    }

    final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;

    /**
     * @param answers the reply to a path with its query, decoded
     */
    OddApplication(Function<String, Reply> answers) {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    ScimTarget target() {
        return ScimTarget.of(
                new Settings(
                        "odd",
                        Map.of("url", "http://127.0.0.1:" + port(), "tokenRef", "T"),
                        _ -> "odd-token"));
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, Function<String, Reply> answers) throws IOException {
        String asked =
                URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        requests.add(asked);
        exchange.getRequestBody().readAllBytes();
        Reply reply = answers.apply(asked);
        reply.headers.forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = reply.body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
