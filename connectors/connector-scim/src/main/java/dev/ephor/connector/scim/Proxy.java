package dev.ephor.connector.scim;

import de.captaingoldfish.scim.sdk.client.http.ProxyHelper;
import dev.ephor.connector.ConnectorProvider.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The HTTP proxy that all requests of a target go through, those for a token too.
 *
 * @param user empty where the proxy asks for none
 */
record Proxy(String host, int port, String user, String password) {

    static Optional<Proxy> of(Settings settings) {
        return settings.optional("proxy").map(text -> of(settings, text));
    }

    private static Proxy of(Settings settings, String text) {
        URI url =
                Address.parsed(text)
                        .filter(u -> "http".equals(u.getScheme()) && u.getPort() > 0)
                        .filter(u -> u.getUserInfo() == null)
                        .orElseThrow(
                                () ->
                                        new Values(settings)
                                                .wrong(
                                                        "proxy",
                                                        text.contains("@") ? "…" : text,
                                                        "a URL such as http://proxy.example.com:3128; user and"
                                                                + " password go into proxyUser and proxyPasswordRef"));
        String user = settings.optional("proxyUser").orElse("");
        return new Proxy(
                url.getHost(),
                url.getPort(),
                user,
                user.isEmpty() ? "" : settings.secret("proxyPasswordRef"));
    }

    ProxyHelper helper() {
        return user.isEmpty()
                ? ProxyHelper.builder().systemProxyHost(host).systemProxyPort(port).build()
                : new ProxyHelper(host, port, user, password);
    }

    List<String> secrets() {
        return user.isEmpty()
                ? List.of()
                : List.of(password, new Credential.Basic(user, password).encoded());
    }

    @Override
    public String toString() {
        return "Proxy[%s:%d]".formatted(host, port);
    }
}
