package dev.ephor.quickstart.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns the JDK server's exchange into a request and writes the answer. */
record Exchange(Endpoint endpoint) implements HttpHandler {
    private static final Logger LOG = Logger.getLogger(Exchange.class.getName());
    private static final int LARGEST_BODY = 4 << 20;

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (answer(exchange)) {
                case Reply reply -> write(exchange, reply);
                // Closing an exchange that has sent nothing closes its connection.
                case Hangup _ -> exchange.close();
            }
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        byte[] body;
        try (InputStream in = exchange.getRequestBody()) {
            body = in.readNBytes(LARGEST_BODY + 1);
        }
        if (body.length > LARGEST_BODY) {
            return plain(413, "The body is larger than " + LARGEST_BODY + " bytes.")
                    .with("Connection", "close");
        }
        try {
            return endpoint.answer(request(exchange, body));
        } catch (IllegalArgumentException malformed) {
            return plain(400, "The request cannot be read: " + malformed.getMessage());
        } catch (RuntimeException defect) {
            LOG.log(Level.SEVERE, "No answer to " + exchange.getRequestURI(), defect);
            return plain(500, "The emulator itself failed: " + defect);
        }
    }

    private static Request request(HttpExchange exchange, byte[] body) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
            headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue().getFirst());
        }
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                exchange.getRequestURI().getPath(),
                QueryString.parse(exchange.getRequestURI().getRawQuery()),
                headers,
                body);
    }

    private static void write(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = reply.body();
        boolean silent = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), silent ? -1 : body.length);
        if (!silent) {
            exchange.getResponseBody().write(body);
        }
    }

    private static Reply plain(int status, String message) {
        return Reply.text(status, "text/plain;charset=utf-8", message);
    }
}
