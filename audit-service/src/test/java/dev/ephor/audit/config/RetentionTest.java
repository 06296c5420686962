package dev.ephor.audit.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final Duration FLOOR = Duration.ofDays(365);

    @Test
    void what_is_younger_than_the_floor_cannot_be_removed_by_a_slip_of_the_hand() {
        assertThatThrownBy(
                        () -> Retention.refuseWhatIsYoung(Optional.of(Duration.ofDays(7)), FLOOR))
                .hasMessageContainingAll(
                        "ephor.audit.retention.keep", "PT168H", "ephor.audit.retention.floor");
    }

    @Test
    void the_floor_itself_and_no_retention_at_all_are_fine() {
        assertThatCode(() -> Retention.refuseWhatIsYoung(Optional.of(FLOOR), FLOOR))
                .doesNotThrowAnyException();
        assertThatCode(() -> Retention.refuseWhatIsYoung(Optional.empty(), FLOOR))
                .doesNotThrowAnyException();
    }
}
