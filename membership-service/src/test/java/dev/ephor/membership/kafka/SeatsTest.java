package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SeatsTest {
    private final Seats seats = new Seats();

    @Test
    void gives_the_seat_of_a_thread_that_died_to_the_one_that_replaces_it() {
        int first = seats.take();
        int second = seats.take();

        seats.leave(first);

        assertThat(second).isNotEqualTo(first);
        assertThat(seats.take()).isEqualTo(first);
    }

    @Test
    void names_a_member_by_its_seat_rather_than_by_its_thread() {
        Map<String, Object> config =
                seats.seated(Map.of("group.instance.id", "membership-0-7", "group.id", "g-7"), 1);

        assertThat(config)
                .containsEntry("group.instance.id", "membership-0-1")
                .containsEntry("group.id", "g-7");
    }

    @Test
    void gives_no_name_where_none_is_wanted() {
        assertThat(seats.seated(Map.of("group.id", "g"), 1)).doesNotContainKey("group.instance.id");
    }
}
