package dev.ephor.quickstart.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {
    private final Links links = new Links();

    @Test
    void shows_an_ended_link_to_reads_that_lag() {
        // Given
        links.add("dana", 10);

        // When
        boolean removed = links.remove("dana", 50, 20);

        // Then
        assertThat(removed).isTrue();
        assertThat(links.holds("dana")).isFalse();
        assertThat(links.seen("dana", 9)).isFalse();
        assertThat(links.seen("dana", 49)).isTrue();
        assertThat(links.seen("dana", 50)).isFalse();
    }

    @Test
    void changes_nothing_twice() {
        // Given
        links.add("dana", 10);

        // Then
        assertThat(links.add("dana", 11)).isFalse();
        assertThat(links.remove("arno", 12, 0)).isFalse();
        assertThat(links.all()).containsExactly("dana");
    }

    @Test
    void pages_in_the_order_of_ids() {
        // Given
        links.add("c", 1);
        links.add("a", 1);
        links.add("b", 1);

        // Then
        assertThat(links.page("a", 1, 1)).containsExactly("b");
    }
}
