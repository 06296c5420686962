package dev.ephor.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeatsTest {

    @Test
    void who_could_sit_in_two_panels_moves_where_that_lets_another_sit() {
        // Given
        var fits = List.of(Set.of("sven", "arno"), Set.of("sven"));

        // When
        var seats = seats(List.of(1, 1), fits, List.of("sven", "arno"));

        // Then
        assertThat(seats.areFull()).isTrue();
        assertThat(seats.filled(0)).containsExactly("arno");
        assertThat(seats.filled(1)).containsExactly("sven");
    }

    @Test
    void nobody_sits_twice() {
        // Given
        var fits = List.of(Set.of("sven"), Set.of("sven"));

        // When
        var seats = seats(List.of(1, 1), fits, List.of("sven"));

        // Then
        assertThat(seats.areFull()).isFalse();
        assertThat(seats.missing(0) + seats.missing(1)).isEqualTo(1);
    }

    @Test
    void fills_as_many_seats_as_can_be_filled() {
        var random = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            // Given
            var people = IntStream.range(0, random.nextInt(6)).mapToObj(n -> "p" + n).toList();
            var quorums = random.ints(1 + random.nextInt(3), 1, 3).boxed().toList();
            var fits = quorums.stream().map(_ -> some(people, random)).toList();

            // When
            var seats = seats(quorums, fits, people);

            // Then
            int filled = IntStream.range(0, quorums.size()).map(p -> seats.filled(p).size()).sum();
            assertThat(filled).isEqualTo(most(people, fits, new ArrayList<>(quorums)));
        }
    }

    /** By trying everything. */
    private static int most(List<String> people, List<Set<String>> fits, List<Integer> free) {
        if (people.isEmpty()) {
            return 0;
        }
        var others = people.subList(1, people.size());
        int best = most(others, fits, free);
        for (int panel = 0; panel < free.size(); panel++) {
            if (free.get(panel) > 0 && fits.get(panel).contains(people.getFirst())) {
                var then = new ArrayList<>(free);
                then.set(panel, free.get(panel) - 1);
                best = Math.max(best, 1 + most(others, fits, then));
            }
        }
        return best;
    }

    private static Set<String> some(List<String> people, Random random) {
        return Set.copyOf(people.stream().filter(_ -> random.nextBoolean()).toList());
    }

    private static Seats seats(List<Integer> quorums, List<Set<String>> fits, List<String> people) {
        var panels = quorums.stream().map(q -> new PanelPeople(null, q, List.of())).toList();
        return new Seats(panels, people, (person, panel) -> fits.get(panel).contains(person));
    }
}
