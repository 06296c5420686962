package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds while a turn waits for the broker. */
class LongTurnTest {
    private final List<MembershipKey> seen = new ArrayList<>();
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
        bench.measures.whenSaid = () -> seen.addAll(untold());
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void shows_the_watchdog_a_removal_that_is_written_down_and_not_asked_for() {
        given();

        bench.passMinutes(60);

        assertThat(seen).containsExactly(KEY);
    }

    @Test
    void leaves_it_to_the_directory_that_was_asked() {
        given();

        bench.passMinutes(60);

        assertThat(bench.lastTask().order().change()).isEqualTo(Change.WITHDRAW);
        assertThat(untold()).isEmpty();
    }

    @Test
    void does_not_take_a_grant_for_a_removal() {
        given();

        assertThat(seen).isEmpty();
    }

    @Test
    void asks_the_directory_and_begins_a_new_life_when_the_broker_took_nothing_for_long() {
        given();
        bench.measures.whenSaid = () -> bench.clock.forward(Duration.ofSeconds(76));

        assertThatThrownBy(() -> bench.passMinutes(60)).hasStackTraceContaining("beginning anew");

        assertThat(bench.lastTask().order().change()).isEqualTo(Change.WITHDRAW);
    }

    private void given() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
    }

    private List<MembershipKey> untold() {
        return bench.untold.before(at(10_000)).toList();
    }
}
