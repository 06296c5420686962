package dev.ephor.membership;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephor.membership.kafka.StreamsApp;
import dev.ephor.membership.kafka.StreamsApp.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A second instance: it owns partitions, and answers what a test has it answer. */
final class Peer implements AutoCloseable {
    record Asked(String method, String path, String token, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer http;
    private final StreamsApp app;
    private volatile int status = 200;
    private volatile String answer = "{}";
    private volatile boolean silent;

    Peer(String brokers) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::answer);
        http.start();
        Path state = Files.createTempDirectory(Path.of("target"), "peer");
        app = new StreamsApp(brokers, state, new Member("ephor-membership", 1, address()));
    }

    String address() {
        return "127.0.0.1:" + http.getAddress().getPort();
    }

    void answers(int with, String body) {
        asked.clear();
        silent = false;
        status = with;
        answer = body;
    }

    /** It owns what it owned, and hangs up on everybody until it is told what to answer. */
    void fallSilent() {
        silent = true;
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            if (silent) {
                return;
            }
            String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(
                    new Asked(
                            call.getRequestMethod(),
                            call.getRequestURI().getPath(),
                            call.getRequestHeaders().getFirst("Authorization"),
                            body));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        http.stop(0);
        app.close();
    }
}
