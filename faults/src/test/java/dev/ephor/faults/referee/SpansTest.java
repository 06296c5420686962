package dev.ephor.faults.referee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {

    @Test
    void what_meets_becomes_one() {
        var union = Spans.union(List.of(new Span(5, 7), new Span(1, 3), new Span(3, 5)));
        assertThat(union.all()).containsExactly(new Span(1, 7));
    }

    @Test
    void what_is_apart_stays_apart() {
        var union = Spans.union(List.of(new Span(1, 3), new Span(4, 4), new Span(5, 7)));
        assertThat(union.all()).containsExactly(new Span(1, 3), new Span(5, 7));
    }

    @Test
    void finds_the_gaps_in_a_stretch() {
        var spans = Spans.union(List.of(new Span(2, 3), new Span(5, 9)));
        assertThat(spans.missingIn(new Span(1, 7)).all())
                .containsExactly(new Span(1, 2), new Span(3, 5));
    }
}
