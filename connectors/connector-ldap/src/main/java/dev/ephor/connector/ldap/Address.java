package dev.ephor.connector.ldap;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * One server, and how its line is kept private.
 *
 * @param tls empty: not at all, which is allowed on loopback only
 */
record Address(String host, int port, Security security, Optional<SSLContext> tls) {

    /** From when on the line is encrypted. */
    enum Security {
        PLAIN,
        /** After the StartTLS operation (RFC 4511, section 4.14), before anybody signs in. */
        START_TLS,
        LDAPS
    }

    private static final int LDAP = 389;
    private static final int LDAPS = 636;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    static List<Address> all(Settings settings) {
        boolean startTls = startTls(settings);
        Optional<SSLContext> context = Optional.empty();
        List<Address> all = new ArrayList<>();
        for (String text : settings.required("urls").strip().split("[\\s,]+")) {
            URI url = url(settings, text);
            Security security = security(settings, url, startTls);
            if (security != Security.PLAIN && context.isEmpty()) {
                context = Optional.of(Trust.of(settings));
            }
            int usual = security == Security.LDAPS ? LDAPS : LDAP;
            int port = url.getPort() < 0 ? usual : url.getPort();
            String host = url.getHost().replaceAll("[\\[\\]]", "");
            all.add(
                    new Address(
                            host,
                            port,
                            security,
                            security == Security.PLAIN ? Optional.empty() : context));
        }
        return List.copyOf(all);
    }

    private static boolean startTls(Settings settings) {
        String word = settings.optional("startTls").orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw LdapDirectory.wrong(settings, "startTls", word, "true or false");
        }
        return word.equals("true");
    }

    private static URI url(Settings settings, String text) {
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException notOne) {
            url = URI.create("");
        }
        boolean ldap = "ldap".equals(url.getScheme()) || "ldaps".equals(url.getScheme());
        if (!ldap || url.getHost() == null || !url.getPath().isEmpty()) {
            throw LdapDirectory.wrong(
                    settings, "urls", text, "URLs such as ldaps://dc1.example.com");
        }
        return url;
    }

    private static Security security(Settings settings, URI url, boolean startTls) {
        if (url.getScheme().equals("ldaps")) {
            return Security.LDAPS;
        }
        if (!startTls && !LOOPBACK.contains(url.getHost())) {
            throw LdapDirectory.wrong(
                    settings, "urls", url.toString(), "ldaps:// there, or startTls: true");
        }
        return startTls ? Security.START_TLS : Security.PLAIN;
    }

    /** As a person writes it. */
    @Override
    public String toString() {
        String scheme = security == Security.LDAPS ? "ldaps" : "ldap";
        return "%s://%s:%d".formatted(scheme, host.contains(":") ? "[" + host + "]" : host, port);
    }
}
