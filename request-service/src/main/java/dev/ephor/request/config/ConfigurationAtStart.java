package dev.ephor.request.config;

import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ApplyingConfiguration;
import dev.ephor.request.application.Configuration;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Applies {@code ephor.yaml} when the service starts; before that it is not ready. With a file at
 * fault the service does not start: to go on with an older configuration would be to guess.
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
        Instant begun = clock.instant();
        Configuration configuration = read();
        int changes = applying.apply(configuration, new Cause(ids.next(), null, null, begun));
        applied = true;
        LOG.infof(
                "%s is applied in %d ms: %d definitions, %d eligibilities, %d of them new or changed",
                file,
                Duration.between(begun, clock.instant()).toMillis(),
                configuration.catalog().size(),
                configuration.eligibilities().size(),
                changes);
    }

    /** Quarkus prints the message of this exception alone, and ends with a code other than 0. */
    private Configuration read() {
        try {
            return ConfigurationFile.read(file);
        } catch (ConfigurationInvalid e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("configuration").status(applied).build();
    }
}
