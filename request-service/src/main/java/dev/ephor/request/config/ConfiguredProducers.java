package dev.ephor.request.config;

import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.application.KnownProducers;
import dev.ephor.request.application.Producer;
import dev.ephor.request.application.SecondResponder;
import dev.ephor.request.config.SignalSettings.Sender;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The producers of the settings; a service with one at fault does not start. */
@Startup
@Singleton
class ConfiguredProducers implements KnownProducers, SecondResponder {
    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC");

    private final SignalSettings settings;
    private final Map<String, Producer> bySource = new HashMap<>();

    ConfiguredProducers(SignalSettings settings) {
        this.settings = settings;
        for (Sender sender : settings.producers()) {
            if (bySource.put(sender.source(), producer(sender)) != null) {
                throw fault(sender, "its source is another's too: give each a source of its own");
            }
        }
    }

    @Override
    public Optional<Producer> of(String source) {
        return Optional.ofNullable(bySource.get(source));
    }

    @Override
    public Duration window() {
        return settings.window();
    }

    @Override
    public Optional<Duration> neededFor(Scope scope) {
        return settings.secondResponder() && scope.kind() == ScopeKind.TENANT
                ? Optional.of(settings.secondResponderWithin())
                : Optional.empty();
    }

    private static Producer producer(Sender sender) {
        List<PublicKey> keys =
                sender.keys().orElse(List.of()).stream().map(key -> key(sender, key)).toList();
        if (keys.isEmpty() && !sender.unsigned()) {
            throw fault(
                    sender,
                    "it has no keys: give its public key, or set unsigned=true where the broker lets nobody else write");
        }
        return new Producer(
                sender.name(),
                sender.source(),
                keys,
                Set.copyOf(sender.types().orElse(List.of())),
                Set.copyOf(sender.tenants()),
                sender.unsigned());
    }

    /** The base 64 of a SubjectPublicKeyInfo, which is what stands between the lines of a PEM. */
    private static PublicKey key(Sender sender, String text) {
        for (String algorithm : ALGORITHMS) {
            try {
                var spec = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(text));
                return KeyFactory.getInstance(algorithm).generatePublic(spec);
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                // Of the other algorithm, or none: told below.
            }
        }
        throw fault(sender, "'%s' is no public key for Ed25519 or P-256".formatted(text));
    }

    private static ConfigurationException fault(Sender sender, String what) {
        return new ConfigurationException(
                "ephor.signals.producers: the producer '%s': %s.".formatted(sender.name(), what));
    }
}
