package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void keeps_one_call_for_removals_and_so_needs_two() {
        // Given
        int calls = 1;

        // When
        var making = assertThatThrownBy(() -> new Limits(100, calls));

        // Then
        making.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ephor.provisioning.calls-per-target is 1: give 2 or more");
    }

    @Test
    void refuses_calls_about_nobody() {
        // Given
        int batch = 0;

        // When
        var making = assertThatThrownBy(() -> new Limits(batch, 4));

        // Then
        making.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ephor.provisioning.batch is 0: give 1 or more");
    }
}
