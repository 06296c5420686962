package dev.ephor.connector.scim;

import dev.ephor.connector.ConnectorProvider.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * One application, as it was configured.
 *
 * @param name the target's name, for messages
 * @param url without a slash at its end
 * @param tls empty to trust whom the JDK trusts
 * @param timeout the longest wait for one answer
 */
record ScimTarget(
        String name,
        String url,
        Credential credential,
        Profile profile,
        Optional<SSLContext> tls,
        Optional<Proxy> proxy,
        Duration timeout) {

    /**
     * @throws IllegalArgumentException when a setting is missing or wrong; the message names it
     */
    static ScimTarget of(Settings given) {
        Settings settings = Profiles.under(given);
        String url = Address.secure(settings, "url");
        return new ScimTarget(
                settings.name(),
                url.endsWith("/") ? url.substring(0, url.length() - 1) : url,
                Credential.of(settings),
                Profile.of(settings),
                Trust.of(settings),
                Proxy.of(settings),
                settings.duration("timeout", Duration.ofSeconds(10)));
    }

    List<String> secrets() {
        List<String> secrets = new ArrayList<>(credential.secrets());
        proxy.ifPresent(p -> secrets.addAll(p.secrets()));
        return secrets;
    }

    @Override
    public String toString() {
        return "ScimTarget[%s, %s]".formatted(name, url);
    }
}
