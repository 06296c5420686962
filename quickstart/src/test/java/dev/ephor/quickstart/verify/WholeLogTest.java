package dev.ephor.quickstart.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What somebody who owns the log can do to it, and what it is called when it is found. */
class WholeLogTest {
    private static final int SIZE = 20;

    private final List<ObjectNode> log = new ArrayList<>(History.of(SIZE));
    private final Statement signed = History.statement(log, SIZE);
    private final Statement earlier = History.statement(log, 8);

    @Test
    void finds_nothing_in_a_log_as_it_was_sealed() {
        // Then
        assertThat(History.found(log, signed, earlier)).isEmpty();
        assertThat(History.found(List.of())).isEmpty();
    }

    @Test
    void names_a_changed_byte() {
        // When
        log.get(4).put("leaf", Base64.getEncoder().encodeToString(new byte[] {1}));

        // Then
        assertThat(History.found(log, signed)).containsExactly("CHANGED 4");
    }

    @Test
    void names_a_leaf_that_was_changed_with_all_hashes_of_its_entry() {
        // When
        log.set(4, History.line(4, "forged", History.hash(log.get(3))));

        // Then
        assertThat(History.found(log, signed)).containsExactly("CHANGED 4");
    }

    @Test
    void names_a_dropped_entry_also_where_the_others_were_numbered_anew() {
        // When
        log.remove(4);

        // Then
        assertThat(History.found(log, signed)).containsExactly("MISSING 4");
        History.number(log);
        assertThat(History.found(log)).containsExactly("MISSING 4");
        assertThat(History.found(log, signed)).containsExactly("MISSING 4", "MISSING 19");
    }

    @Test
    void names_a_cut_end() {
        // Then
        assertThat(History.found(log.subList(0, 15), signed)).containsExactly("MISSING 15-19");
    }

    @Test
    void names_entries_that_were_put_in() {
        // When
        log.add(4, History.line(4, "forged", History.hash(log.get(3))));
        log.add(5, History.line(5, "forged too", History.hash(log.get(4))));
        History.number(log);

        // Then
        assertThat(History.found(log, signed)).containsExactly("INSERTED 4-5");
    }

    @Test
    void names_an_entry_that_was_put_in_behind_nothing() {
        // When
        log.add(4, History.line(4, "forged", new byte[32]));
        History.number(log);

        // Then
        assertThat(History.found(log, signed)).containsExactly("INSERTED 4");
    }

    @Test
    void names_a_repeated_entry() {
        // When
        log.add(5, log.get(4).deepCopy());

        // Then
        assertThat(History.found(log, signed)).contains("REPEATED 4");
    }

    @Test
    void names_entries_that_changed_places() {
        // When
        Collections.swap(log, 4, 5);

        // Then
        assertThat(History.found(log, signed)).containsExactly("REORDERED 4-5");
        History.number(log);
        assertThat(History.found(log, signed)).containsExactly("REORDERED 4-5");
    }

    @Test
    void names_another_history_and_from_where_it_differs() {
        // Given
        var leaves = new ArrayList<>(IntStream.range(0, SIZE).mapToObj(i -> "leaf " + i).toList());
        leaves.set(12, "another");

        // Then
        assertThat(History.found(History.of(leaves), earlier, signed))
                .containsExactly("FORKED 8-19");
    }

    @Test
    void finds_every_change_of_one_byte_anywhere() {
        // Given
        var random = new Random(4);
        List<String> fields = List.of("leaf", "leafHash", "previous", "hash");

        for (int i = 0; i < 500; i++) {
            // When
            var changed = new ArrayList<>(History.of(SIZE));
            int at = random.nextInt(SIZE);
            String field = fields.get(random.nextInt(fields.size()));
            ObjectNode line = changed.get(at);
            line.put(field, changedByte(line.get(field).asText(), random));

            // Then
            assertThat(History.found(changed, signed)).as("%s of %d", field, at).isNotEmpty();
        }
    }

    private static String changedByte(String text, Random random) {
        char[] chars = text.toCharArray();
        int at = random.nextInt(Math.min(6, chars.length));
        chars[at] = chars[at] == '1' ? '2' : '1';
        return new String(chars);
    }
}
