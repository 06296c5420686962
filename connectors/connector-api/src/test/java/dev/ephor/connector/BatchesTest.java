package dev.ephor.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {

    private static final Membership.Group GROUP = new Membership.Group("t", "g", "G");

    private final List<Integer> pieces = new ArrayList<>();

    @Test
    void answers_in_the_order_asked() {
        // Given
        var asked = memberships(5);

        // When
        var answers = Batches.inPieces(asked, 2, piece -> rejecting(piece, "2"));

        // Then
        assertThat(pieces).containsExactly(2, 2, 1);
        assertThat(answers).element(2).isInstanceOf(Answer.Rejected.class);
        assertThat(answers).filteredOn(Answer::succeeded).hasSize(4);
    }

    @Test
    void asks_once_for_what_is_asked_for_twice() {
        // Given
        var two = memberships(2);
        var asked = List.of(two.get(0), two.get(1), two.get(0));

        // When
        var answers = Batches.inPieces(asked, 10, piece -> rejecting(piece, "none"));

        // Then
        assertThat(pieces).containsExactly(2);
        assertThat(answers).containsExactly(applied(), applied(), applied());
    }

    @Test
    void stops_where_the_other_side_is_unavailable() {
        // Given
        var busy = new Answer.Transient("busy", null);

        // When
        var answers =
                Batches.inPieces(
                        memberships(6),
                        2,
                        piece -> {
                            var answered = rejecting(piece, "none");
                            answered.replaceAll((_, a) -> pieces.size() == 1 ? a : busy);
                            return answered;
                        });

        // Then
        assertThat(pieces).containsExactly(2, 2);
        assertThat(answers).containsExactly(applied(), applied(), busy, busy, busy, busy);
    }

    @Test
    void calls_nobody_for_nothing() {
        // Given
        List<Membership> none = List.of();

        // When
        var answers = Batches.inPieces(none, 2, piece -> rejecting(piece, "none"));

        // Then
        assertThat(answers).isEmpty();
        assertThat(pieces).isEmpty();
    }

    private Map<Membership, Answer> rejecting(List<Membership> piece, String principal) {
        pieces.add(piece.size());
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        for (Membership m : piece) {
            boolean rejected = m.principal().id().equals(principal);
            answers.put(m, rejected ? new Answer.Rejected("unknown") : applied());
        }
        return answers;
    }

    private static Answer applied() {
        return new Answer.Applied();
    }

    private static List<Membership> memberships(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Membership.Principal("" + i, null, null, null, null, null))
                .map(p -> new Membership(GROUP, p, "member"))
                .toList();
    }
}
