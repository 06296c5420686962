package dev.ephor.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.faults.Suite;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./ephor faults}: one fault of each kind, on a platform of its own. */
class BriefFaultsTest {
    /** Always the same, so that a failure can be looked at again. */
    private static final long SEED = 4;

    @Test
    void the_referee_finds_nothing_when_everything_broke_once() throws InterruptedException {
        assertThat(Suite.brief(SEED, System.out)).isEqualTo("PASSED");
    }
}
