package dev.ephor.faults.referee;

import static dev.ephor.faults.referee.History.APPLICATION;
import static dev.ephor.faults.referee.History.DIRECTORY;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlackoutTest {

    @Test
    void finds_who_stays_at_the_directory_for_want_of_a_broker() {
        var run =
                Run.clean().without(DIRECTORY).holds(DIRECTORY, 30, 20_500).blackout(9_000, 69_000);
        assertThat(run.judged().broken()).containsExactly("I3");
    }

    @Test
    void lets_the_application_wait_until_the_broker_is_back() {
        var run =
                Run.clean()
                        .without(DIRECTORY)
                        .holds(DIRECTORY, 30, 12_500)
                        .without(APPLICATION)
                        .holds(APPLICATION, 50, 70_000)
                        .blackout(9_000, 69_000);
        assertThat(run.judged().broken()).isEmpty();
    }
}
