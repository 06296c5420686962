package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.demo.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void the_scenario_of_the_demo_is_confirmed_at_every_step() {
        // Given
        var scenario = new Scenario(SharedPlatform.get(), System.out, Duration.ofSeconds(12));
        // When
        boolean confirmed = scenario.play();
        // Then
        assertThat(confirmed).isTrue();
    }
}
