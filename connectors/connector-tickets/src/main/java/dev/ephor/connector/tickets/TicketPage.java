package dev.ephor.connector.tickets;

import com.fasterxml.jackson.core.JsonPointer;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket is read, and what of it counts.
 *
 * @param name the ticket system's name, for messages
 * @param url with {@code {number}} where the ticket's number goes, such as {@code
 *     https://helpdesk.example.org/api/tickets/{number}}
 * @param token the bearer token; kept out of {@link #toString()}
 * @param state where the ticket says its state (JSON Pointer, RFC 6901)
 * @param open the states, in lower case, in which work goes on
 * @param requester where the ticket says whose it is; null: whose does not matter
 */
record TicketPage(
        String name,
        String url,
        String token,
        JsonPointer state,
        Set<String> open,
        @Nullable JsonPointer requester,
        Duration timeout) {
    private static final String NUMBER = "{number}";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static TicketPage of(Settings settings) {
        return new TicketPage(
                settings.name(),
                url(settings),
                settings.secret("tokenRef"),
                pointer(settings, "state", settings.optional("state").orElse("/state")),
                open(settings),
                settings.optional("requester")
                        .map(text -> pointer(settings, "requester", text))
                        .orElse(null),
                settings.duration("timeout", Duration.ofSeconds(5)));
    }

    /** The address of one ticket; the number stays one segment, whatever it holds. */
    URI of(String number) {
        String segment = URLEncoder.encode(number, StandardCharsets.UTF_8).replace("+", "%20");
        return URI.create(url.replace(NUMBER, segment));
    }

    private static String url(Settings settings) {
        String text = settings.required("url");
        if (!text.contains(NUMBER)) {
            throw wrong(settings, "url", text, "has no {number} where the ticket's number goes");
        }
        URI uri = parsed(text.replace(NUMBER, "1"));
        boolean secure = "https".equals(uri.getScheme());
        boolean local = "http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost());
        if (uri.getHost() == null || !(secure || local)) {
            throw wrong(settings, "url", text, "is no https URL");
        }
        return text;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return URI.create("");
        }
    }

    private static JsonPointer pointer(Settings settings, String key, String text) {
        try {
            return JsonPointer.compile(text);
        } catch (IllegalArgumentException e) {
            throw wrong(settings, key, text, "is no JSON Pointer: write it like /fields/state");
        }
    }

    private static Set<String> open(Settings settings) {
        return Stream.of(settings.optional("open").orElse("open,new,in progress").split(","))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static IllegalArgumentException wrong(
            Settings settings, String key, String text, String why) {
        return new IllegalArgumentException(
                "'%s' has %s '%s', which %s".formatted(settings.name(), key, text, why));
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(name, url);
    }
}
