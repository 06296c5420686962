package dev.ephor.request.config;

import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ApplyingConfiguration;
import dev.ephor.request.application.ApplyingConfiguration.Order;
import dev.ephor.request.application.Difference;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Applies {@code ephor.yaml} when the service starts and it is another than at the last start;
 * before that it is not ready. With a file at fault the service does not start: to go on with an
 * older configuration would be to guess.
 */
@Readiness
@ApplicationScoped
class ConfigurationAtStart implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ConfigurationAtStart.class);

    private final ApplyingConfiguration applying;
    private final Ids ids;
    private final Clock clock;
    private final Path file;
    private volatile boolean applied;

    ConfigurationAtStart(
            ApplyingConfiguration applying,
            Ids ids,
            Clock clock,
            @ConfigProperty(name = "ephor.configuration") Path file) {
        this.applying = applying;
        this.ids = ids;
        this.clock = clock;
        this.file = file;
    }

    void apply(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        Instant begun = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<List<Difference>> changes = applyUnlessApplied(begun);
        applied = true;
        long took = Duration.between(begun, clock.instant()).toMillis();
        changes.ifPresentOrElse(
                made ->
                        LOG.infof(
                                "%s is applied in %d ms: %d things are new, changed or removed",
                                file, took, made.size()),
                () ->
                        LOG.infof(
                                "%s is as it was at the last start: what was changed since then stays",
                                file));
    }

    /** Quarkus prints the message of this exception alone, and ends with a code other than 0. */
    private Optional<List<Difference>> applyUnlessApplied(Instant now) {
        try {
            String text = ConfigurationFile.text(file);
            String fingerprint = Fingerprint.of(text);
            if (applying.isApplied(fingerprint)) {
                return Optional.empty();
            }
            var order = new Order("ephor", null, new Cause(ids.next(), null, null, now));
            return applying.applyAtStart(
                    ConfigurationFile.read(file.toString(), text), fingerprint, order);
        } catch (ConfigurationInvalid e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration").status(applied).build();
    }
}
