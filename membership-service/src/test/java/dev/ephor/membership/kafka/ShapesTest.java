package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final long SEED = 20260304;
    private static final long UNTIL_9999 = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    @Test
    void knows_every_time_that_can_be_written_again() {
        var random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            long millis =
                    random.nextLong(UNTIL_9999) / (i % 2 == 0 ? 1 : 1000) * (i % 2 == 0 ? 1 : 1000);

            assertThat(Shapes.millis(Instant.ofEpochMilli(millis).toString())).isEqualTo(millis);
        }
    }

    @Test
    void takes_nothing_for_a_time_that_would_be_written_in_another_way() {
        var others =
                List.of(
                        "2026-03-04T09:30:00.000Z",
                        "2026-03-04T09:30:00.25Z",
                        "2026-03-04T09:30:00.000001Z",
                        "2026-03-04T09:30Z",
                        "2026-03-04T24:00:00Z",
                        "2026-03-04T09:60:00Z",
                        "2026-03-04T09:30:60Z",
                        "2026-02-30T09:30:00Z",
                        "2026-13-01T09:30:00Z",
                        "1969-12-31T23:59:59Z",
                        "2026-03-04 09:30:00Z",
                        "2026-03-04T09:30:00z",
                        "२०२६-03-04T09:30:00Z",
                        "");

        assertThat(others).allMatch(text -> Shapes.millis(text) == -1);
    }

    @Test
    void takes_for_an_id_what_a_uuid_writes_and_nothing_else() {
        assertThat(Shapes.isId("3f0e7c11-2222-4222-8222-00000000060a")).isTrue();
        assertThat(
                        List.of(
                                "3F0E7C11-2222-4222-8222-00000000060A",
                                "3f0e7c11-2222-4222-8222-00000000060",
                                "3f0e7c11-2222-4222-82220-0000000060a",
                                "3f0e7c11-2222-4222-8222-00000000060g",
                                "3f0e7c1102222-4222-8222-00000000060a",
                                ""))
                .noneMatch(Shapes::isId);
    }
}
