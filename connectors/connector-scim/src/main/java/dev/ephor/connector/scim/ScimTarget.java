package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * One application, as it was configured.
 *
 * @param name the target's name, for messages
 * @param url without a slash at its end
 * @param token the bearer token; kept out of {@link #toString()}
 * @param batch the most members in one PATCH
 */
record ScimTarget(
        String name,
        String url,
        String token,
        RemovalForm removalForm,
        int batch,
        Duration timeout) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** How the application wants to be told that a member goes. */
    enum RemovalForm {
        /** {@code "path": "members[value eq \"u1\"]"}, RFC 7644, section 3.5.2.2. */
        PATH,
        /** {@code "path": "members", "value": [{"value": "u1"}]}. */
        VALUE
    }

    static ScimTarget of(Settings settings) {
        return new ScimTarget(
                settings.name(),
                url(settings),
                settings.secret("tokenRef"),
                removalForm(settings),
                batch(settings),
                settings.duration("timeout", Duration.ofSeconds(10)));
    }

    private static String url(Settings settings) {
        String text = settings.required("url");
        URI url = parsed(text);
        boolean secure = "https".equals(url.getScheme());
        boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        if (url.getHost() == null || url.getQuery() != null || !(secure || local)) {
            throw wrong(settings, "url", text, "an https URL without a query");
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return URI.create("");
        }
    }

    private static RemovalForm removalForm(Settings settings) {
        String text = settings.optional("removalForm").orElse("path");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "path" -> RemovalForm.PATH;
            case "value" -> RemovalForm.VALUE;
            default -> throw wrong(settings, "removalForm", text, "path or value");
        };
    }

    private static int batch(Settings settings) {
        String text = settings.optional("batch").orElse("100");
        try {
            int batch = Integer.parseInt(text);
            if (batch > 0) {
                return batch;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number that is not positive.
        }
        throw wrong(settings, "batch", text, "a whole number from 1 up");
    }

    private static IllegalArgumentException wrong(
            Settings settings, String key, String text, String wanted) {
        return new IllegalArgumentException(
                "'%s' has %s '%s': give %s".formatted(settings.name(), key, text, wanted));
    }

    @Override
    public String toString() {
        return "ScimTarget[%s, %s]".formatted(name, url);
    }
}
