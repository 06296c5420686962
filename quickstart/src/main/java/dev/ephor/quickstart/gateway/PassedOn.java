package dev.ephor.quickstart.gateway;

import com.sun.net.httpserver.HttpExchange;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The headers that a proxy passes on: all but those of one connection (RFC 9110, section 7.6.1).
 */
final class PassedOn {
    /** The lengths are set anew, and so is the host, since both connections have their own. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade",
                    "expect",
                    "host",
                    "content-length");

    private PassedOn() {}

    /** Of a request, with what the service cannot see itself: who asks, and for which address. */
    static void headers(HttpExchange exchange, BiConsumer<String, String> to) {
        Set<String> named = named(exchange.getRequestHeaders().get("Connection"));
        exchange.getRequestHeaders()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name, named) && !isForwarding(name)) {
                                values.forEach(value -> to.accept(name, value));
                            }
                        });
        to.accept("X-Forwarded-For", exchange.getRemoteAddress().getAddress().getHostAddress());
        to.accept("X-Forwarded-Proto", "http");
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host != null) {
            to.accept("X-Forwarded-Host", host);
        }
    }

    /** Of an answer. */
    static void headers(HttpHeaders answer, BiConsumer<String, String> to) {
        Set<String> named = named(answer.allValues("Connection"));
        answer.map()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name, named)) {
                                values.forEach(value -> to.accept(name, value));
                            }
                        });
    }

    private static boolean isPassedOn(String name, Set<String> named) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !OF_ONE_CONNECTION.contains(lower) && !named.contains(lower);
    }

    /** A client's own word about where it comes from is worth nothing. */
    private static boolean isForwarding(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.equals("forwarded") || lower.startsWith("x-forwarded-");
    }

    private static Set<String> named(@Nullable List<String> connection) {
        return connection == null
                ? Set.of()
                : connection.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
    }
}
