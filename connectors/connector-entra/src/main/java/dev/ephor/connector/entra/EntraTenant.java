package dev.ephor.connector.entra;

import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.WriteBudget;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One tenant, as it was configured.
 *
 * @param name the directory's name, for messages
 * @param clientSecret kept out of {@link #toString()}
 * @param graphUrl ends in {@code /v1.0}: the SDK's batches cut exactly that off
 * @param tokenUrl an emulator's token endpoint
 * @param grants what a membership is given by
 * @param budget what Graph lets this app write in this tenant
 */
record EntraTenant(
        String name,
        String tenantId,
        String clientId,
        String clientSecret,
        URI graphUrl,
        Optional<URI> tokenUrl,
        Duration timeout,
        Grants grants,
        WriteBudget budget) {

    /** What a membership is given by. */
    enum Grants {
        /** Links of the group, which stay until they are taken away. */
        MEMBERS,
        /** Assignments of PIM for Groups, which PIM ends by itself. */
        PIM
    }

    /** "Identity and access service limits" in Graph's documentation: per app and tenant. */
    private static final int WRITES = 3_000;

    /** PIM's limits are unpublished: a few writes a second. */
    private static final int WRITES_OF_PIM = 450;

    private static final Duration WRITES_PER = Duration.ofSeconds(150);

    private static final String GRAPH = "https://graph.microsoft.com/v1.0";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static EntraTenant of(Settings settings) {
        Optional<URI> tokenUrl =
                settings.optional("tokenUrl").map(u -> url(settings, "tokenUrl", u));
        return new EntraTenant(
                settings.name(),
                settings.required("tenantId"),
                settings.required("clientId"),
                settings.secret("clientSecretRef"),
                graphUrl(settings, tokenUrl),
                tokenUrl,
                settings.duration("timeout", Duration.ofSeconds(10)),
                grants(settings),
                budget(settings));
    }

    private static Grants grants(Settings settings) {
        String word = settings.optional("grants").orElse("members");
        return switch (word) {
            case "members" -> Grants.MEMBERS;
            case "pim" -> Grants.PIM;
            default -> throw wrong(settings, "grants", word, "members or pim");
        };
    }

    /** One PATCH binds twenty; of a batch, every removal and every request to PIM counts. */
    private static WriteBudget budget(Settings settings) {
        boolean pim = grants(settings) == Grants.PIM;
        return new WriteBudget(
                settings.number("writes", pim ? WRITES_OF_PIM : WRITES),
                settings.duration("writesPer", WRITES_PER),
                pim ? 1 : Batch.MOST,
                1);
    }

    private static URI graphUrl(Settings settings, Optional<URI> tokenUrl) {
        String text = settings.optional("graphUrl").orElse(GRAPH);
        URI graph = url(settings, "graphUrl", text);
        if (!text.endsWith("/v1.0")) {
            throw wrong(settings, "graphUrl", text, "one that ends in /v1.0");
        }
        if (tokenUrl.isEmpty() && !Cloud.knows(graph)) {
            // A token from Entra must not be sent to anybody else.
            throw wrong(settings, "graphUrl", text, "Microsoft Graph's, or a tokenUrl besides");
        }
        return graph;
    }

    private static URI url(Settings settings, String key, String text) {
        URI url = parsed(text);
        boolean secure = "https".equals(url.getScheme());
        boolean local = "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
        if (url.getHost() == null || !(secure || local)) {
            throw wrong(settings, key, text, "an https URL, or an http URL on loopback");
        }
        return url;
    }

    private static URI parsed(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException notOne) {
            return URI.create("");
        }
    }

    private static IllegalArgumentException wrong(
            Settings settings, String key, String text, String wanted) {
        return new IllegalArgumentException(
                "'%s' has %s '%s': give %s".formatted(settings.name(), key, text, wanted));
    }

    @Override
    public String toString() {
        return "EntraTenant[%s, %s, %s]".formatted(name, tenantId, graphUrl);
    }
}
