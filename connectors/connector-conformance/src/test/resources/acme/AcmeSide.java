package dev.ephor.connector.acme;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import dev.ephor.connector.conformance.Wire;
import dev.ephor.connector.conformance.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** The application that the connector is for: a server of HTTP, in which the suite reads and breaks. */
final class AcmeSide implements World {

    static {
        // Else the second half of each answer waits for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final String TOKEN = "acme-token-0123456789";

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final HttpServer server;
    private final Wire wire;
    private volatile Fault fault;

    AcmeSide() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::serve);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        wire = new Wire(server.getAddress().getPort());
    }

    private void serve(HttpExchange exchange) throws IOException {
        Fault suffered = fault;
        if (suffered == Fault.THROTTLED) {
            exchange.getResponseHeaders().set("Retry-After", "" + RETRY_AFTER.toSeconds());
            say(exchange, 429, "slowly");
        } else if (suffered == Fault.BROKEN) {
            say(exchange, 500, "broken");
        } else if (!("Bearer " + TOKEN)
                .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            say(exchange, 401, "who is that");
        } else {
            answer(exchange, suffered == Fault.ANSWER_LOST);
        }
    }

    private void answer(HttpExchange exchange, boolean lost) throws IOException {
        String key = exchange.getRequestURI().getPath();
        String[] parts = key.split("/");
        if (parts.length > 3 && !(known.contains(parts[1]) && known.contains(parts[3]))) {
            say(exchange, 404, "no such group or principal: " + key);
            return;
        }
        boolean changed =
                switch (exchange.getRequestMethod()) {
                    case "PUT" -> held.add(key);
                    case "DELETE" -> held.remove(key);
                    default -> false;
                };
        boolean asks = exchange.getRequestMethod().equals("GET") && parts.length > 3;
        say(exchange, lost ? 504 : changed ? 201 : 200, asks ? "" + held.contains(key) : "");
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public Settings settings(Duration timeout) {
        return settings(timeout, TOKEN);
    }

    @Override
    public Settings settingsWithWrongCredential() {
        return settings(Duration.ofSeconds(10), "wrong");
    }

    private Settings settings(Duration timeout, String token) {
        var values =
                Map.of(
                        "url", "http://127.0.0.1:" + wire.port(),
                        "tokenRef", "APP2_TOKEN",
                        "timeout", timeout.toString());
        return new Settings("app2", values, _ -> token);
    }

    @Override
    public String credentialSetting() {
        return "tokenRef";
    }

    @Override
    public List<String> secrets() {
        return List.of(TOKEN);
    }

    @Override
    public Membership.Group group() {
        Membership.Group group = unknownGroup();
        known.add(group.id());
        return group;
    }

    @Override
    public Membership.Principal principal() {
        Membership.Principal principal = unknownPrincipal();
        known.add(principal.id());
        return principal;
    }

    @Override
    public Membership.Group unknownGroup() {
        return new Membership.Group("t", UUID.randomUUID().toString(), "Group");
    }

    @Override
    public Membership.Principal unknownPrincipal() {
        return new Membership.Principal(UUID.randomUUID().toString(), null, null, null, null, null);
    }

    @Override
    public void put(Membership m) {
        held.add(prefix(m.group(), m.access()) + m.principal().id());
    }

    @Override
    public void take(Membership m) {
        held.remove(prefix(m.group(), m.access()) + m.principal().id());
    }

    @Override
    public List<String> holders(Membership.Group group, String access) {
        String prefix = prefix(group, access);
        return held.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static String prefix(Membership.Group group, String access) {
        return "/" + group.id() + "/" + access + "/";
    }

    @Override
    public void suffer(Fault suffered) {
        switch (suffered) {
            case REFUSING -> wire.refuse();
            case SILENT -> wire.fallSilent();
            default -> fault = suffered;
        }
    }

    @Override
    public void recover() {
        fault = null;
        wire.recover();
    }

    @Override
    public int openConnections() {
        return wire.openConnections();
    }

    @Override
    public int openedConnections() {
        return wire.openedConnections();
    }

    @Override
    public void close() {
        wire.close();
        server.stop(0);
    }
}
