package dev.ephor.kit.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final Instant AT = Instant.parse("2026-01-31T08:00:00.123456Z");
    private static final Columns COLUMNS =
            Columns.newestFirst("id", Property.instant("createdDateTime", "at").sorting());
    private static final Order NEWEST = COLUMNS.usual();

    @Test
    void goes_on_behind_the_last_entry_seen() {
        // Given
        String text = Cursor.of(NEWEST, AT, "r1").toString();
        // When
        Condition after = NEWEST.after(Cursor.parse(text, NEWEST));
        // Then
        assertThat(after).isEqualTo(Condition.of("(at, id) < (?, ?)", AT, "r1"));
    }

    @Test
    void is_of_one_order_alone() {
        String text = Cursor.of(NEWEST, AT, "r1").toString();
        assertThatThrownBy(() -> Cursor.parse(text, COLUMNS.order("createdDateTime asc")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%%%",
                "",
                "createdDateTime desc",
                "createdDateTime desc\nyesterday\nr1",
                "createdDateTime desc\n2026-01-31T08:00:00Z\nr\0",
                "createdDateTime desc\n2026-01-31T08:00:00Z"
            })
    void refuses_what_was_not_given_out(String inside) {
        String text =
                inside.startsWith("%")
                        ? inside
                        : Base64.getUrlEncoder()
                                .encodeToString(inside.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.parse(text, NEWEST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "createdDateTime up", "createdDateTime desc, id", ""})
    void refuses_an_order_that_the_list_does_not_have(String order) {
        assertThatThrownBy(() -> COLUMNS.order(order))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("createdDateTime");
    }
}
