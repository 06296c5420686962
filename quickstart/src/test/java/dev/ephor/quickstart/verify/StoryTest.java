package dev.ephor.quickstart.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In a log of two entries the proof of each is the leaf hash of the other. */
class StoryTest {
    private List<ObjectNode> lines = List.of();

    @BeforeEach
    void entriesWithTheirProofs() {
        lines = History.of(2);
        lines.get(0).putArray("proof").add(lines.get(1).get("leafHash").asText());
        lines.get(1).putArray("proof").add(lines.get(0).get("leafHash").asText());
    }

    private List<String> found(ObjectNode line) {
        var story = new Story(History.statement(History.of(2), 2), Log.NONE);
        story.accept(line);
        return story.faults().stream().map(f -> f.kind() + " " + f.first()).toList();
    }

    @Test
    void believes_an_entry_whose_proof_leads_to_the_signed_root() {
        assertThat(found(lines.get(0))).isEmpty();
        assertThat(found(lines.get(1))).isEmpty();
    }

    @Test
    void believes_the_leaf_hash_of_a_leaf_that_retention_removed() {
        assertThat(found(lines.get(1).without("leaf"))).isEmpty();
    }

    @Test
    void finds_a_leaf_that_was_changed() {
        assertThat(found(lines.get(1).put("leaf", "AAAA"))).containsExactly("CHANGED 1");
    }

    @Test
    void finds_an_entry_at_another_place() {
        assertThat(found(lines.get(1).put("sequence", 0))).containsExactly("INSERTED 0");
    }

    @Test
    void finds_an_entry_that_the_log_does_not_have() {
        ObjectNode other = History.of(List.of("another", "history")).get(0);
        other.set("proof", lines.get(0).get("proof"));
        assertThat(found(other)).containsExactly("INSERTED 0");
    }

    @Test
    void finds_an_entry_behind_what_was_signed() {
        assertThat(found(lines.get(1).put("sequence", 2))).containsExactly("INSERTED 2");
    }
}
