package dev.ephor.request.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ApplyingConfiguration;
import dev.ephor.request.application.ApplyingConfiguration.Order;
import dev.ephor.request.application.Configuration;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class ConfigurationAtStartTest {
    @Inject ApplyingConfiguration applying;
    @Inject Ids ids;
    @Inject Clock clock;
    @Inject Said said;
    @TempDir Path folder;

    private ConfigurationAtStart start(Path file) {
        return new ConfigurationAtStart(applying, ids, clock, file);
    }

    @Test
    void starting_again_with_the_same_file_says_nothing() {
        // Given
        start(ExampleCompany.file()).apply(new StartupEvent());
        var again = start(ExampleCompany.file());
        long before = said.position();

        // When
        again.apply(new StartupEvent());

        // Then
        assertThat(said.since(before)).isEmpty();
        assertThat(again.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void the_file_of_the_last_start_is_not_read_again() throws IOException {
        // Given: a version that finds nothing to fault has applied it
        Path file = Files.writeString(folder.resolve("ephor.yaml"), "tenants: [{id: 1h}]");
        var order = new Order("ephor", null, new Cause(ids.next(), null, null, clock.instant()));
        Configuration wanted =
                ConfigurationFile.read("it", Files.readString(ExampleCompany.file()));
        applying.applyAtStart(wanted, Fingerprint.of(Files.readString(file)), order);
        var again = start(file);

        // When
        again.apply(new StartupEvent());

        // Then
        assertThat(again.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void a_file_at_fault_stops_the_start_with_nothing_applied() throws IOException {
        // Given
        String faulty = Files.readString(ExampleCompany.file()).replace("PT1H", "1h");
        var start = start(Files.writeString(folder.resolve("ephor.yaml"), faulty));
        long before = said.position();

        // When
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start.apply(new StartupEvent()))
                .withMessageContaining("is not a duration")
                .withMessageContaining("Nothing of it was applied");

        // Then
        assertThat(said.since(before)).isEmpty();
        assertThat(start.call().getStatus()).isEqualTo(Status.DOWN);
    }
}
