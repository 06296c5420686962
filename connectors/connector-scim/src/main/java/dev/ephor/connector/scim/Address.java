package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Addresses that a secret may be sent to. */
final class Address {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Address() {}

    /** The value of a key: an https URL, or one of this machine, without a query. */
    static String secure(Settings settings, String key) {
        String text = settings.required(key);
        Optional<URI> url = parsed(text).filter(Address::isSecure);
        if (url.isEmpty() || url.get().getQuery() != null || url.get().getUserInfo() != null) {
            String shown = text.contains("@") ? "…" : text;
            throw new Values(settings)
                    .wrong(key, shown, "an https URL without a query, user or password");
        }
        return text;
    }

    static Optional<URI> parsed(String text) {
        try {
            return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isSecure(URI url) {
        boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        return "https".equals(url.getScheme()) || local;
    }
}
