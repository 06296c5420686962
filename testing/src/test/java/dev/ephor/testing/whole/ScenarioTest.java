package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.quickstart.demo.Scenario;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    @Test
    void the_scenario_of_the_demo_is_confirmed_at_every_step() {
        // Given
        var scenario = new Scenario(SharedPlatform.get(), System.out);
        // When
        boolean confirmed = scenario.play();
        // Then
        assertThat(confirmed).isTrue();
    }
}
