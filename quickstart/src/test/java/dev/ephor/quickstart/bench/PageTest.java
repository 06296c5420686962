package dev.ephor.quickstart.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void counts_the_entries_of_graphs_lists_and_not_what_is_inside_them() {
        // When
        Page page =
                page(
                        """
                        {"@odata.context": "c", "@odata.nextLink": "https://next",
                         "value": [{"stages": [1, 2, 3]}, {"value": []}]}
                        """);

        // Then
        assertThat(page).isEqualTo(new Page(2, true));
    }

    @Test
    void knows_the_last_page_of_ephors_own_lists() {
        // Expect
        assertThat(page("{\"entries\": [{}], \"nextLink\": null}")).isEqualTo(new Page(1, false));
    }

    @Test
    void finds_no_list_in_what_is_none() {
        // Expect
        assertThat(page("{\"error\": {\"code\": \"x\"}}").entries()).isNegative();
        assertThat(page("<html>").entries()).isNegative();
        assertThat(page("{\"value\": [1").entries()).isNegative();
    }

    private static Page page(String json) {
        return Page.of(json.getBytes(UTF_8));
    }
}
