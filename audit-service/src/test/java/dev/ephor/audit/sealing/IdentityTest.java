package dev.ephor.audit.sealing;

import static dev.ephor.audit.sealing.Leaves.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static Leaf event(String topic, long offset, String source, String id) {
        return new Leaf(
                topic,
                0,
                offset,
                0,
                null,
                List.of(header("ce_source", source), header("ce_id", id)),
                Leaves.utf8("{}"));
    }

    @Test
    void knows_an_event_that_is_sent_again() {
        // Given
        Leaf sent = event("ephor.requests", 7, "/a", "1");
        Leaf resent = event("ephor.requests", 8, "/a", "1");

        // Then
        assertThat(Identity.of(resent)).isEqualTo(Identity.of(sent));
        assertThat(resent.saysTheSameAs(sent)).isTrue();
    }

    @Test
    void tells_events_apart_by_source_id_and_topic() {
        // Given
        Leaf one = event("ephor.requests", 7, "/a", "12");

        // Then
        assertThat(
                        List.of(
                                Identity.of(event("ephor.requests", 7, "/a", "13")),
                                Identity.of(event("ephor.requests", 7, "/b", "12")),
                                Identity.of(event("ephor.requests", 7, "/a1", "2")),
                                Identity.of(event("ephor.signals", 7, "/a", "12"))))
                .doesNotContain(Identity.of(one))
                .doesNotHaveDuplicates();
    }

    @Test
    void knows_bytes_that_are_no_event_by_their_place() {
        // Given
        Leaf here = Leaves.at("ephor.signals", 0, 1, 0);
        Leaf there = new Leaf("ephor.signals", 0, 2, 0, null, List.of(), here.value());

        // Then
        assertThat(Identity.of(Leaves.at("ephor.signals", 0, 1, 0))).isEqualTo(Identity.of(here));
        assertThat(Identity.of(there)).isNotEqualTo(Identity.of(here));
    }

    @Test
    void keeps_neighbours_in_time_together_where_the_id_tells_the_time() {
        // Given
        Identity before = identity("019b76da-a800-7abc-8def-0123456789ab");
        Identity after = identity("019b76da-a801-7000-8000-000000000000");
        Identity later = identity("019b76db-0000-7fff-bfff-ffffffffffff");

        // Then
        assertThat(before.recall()).isLessThan(after.recall());
        assertThat(after.recall()).isLessThan(later.recall());
        assertThat(before.recall() >>> 16).isEqualTo(0x019b76daa800L);
    }

    @Test
    void finds_a_place_for_ids_that_tell_no_time() {
        // Given
        List<String> ids =
                List.of(
                        "1",
                        "0f8fad5b-d9cb-369f-a165-70867728950e",
                        "-19b76da-a800-7abc-8def-0123456789ab",
                        "019b76da-a8zz-7abc-8def-0123456789ab");

        // Then
        assertThat(ids).extracting(id -> identity(id).recall()).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(identity(id)).isEqualTo(identity(id)));
    }

    private static Identity identity(String id) {
        return Identity.of(event("ephor.requests", 7, "/a", id));
    }

    @Test
    void takes_empty_attributes_for_none() {
        // Then
        assertThat(Identity.of(event("ephor.signals", 1, "", "")))
                .isNotEqualTo(Identity.of(event("ephor.signals", 2, "", "")));
    }

    @Test
    void sees_that_a_known_id_comes_with_another_story() {
        // Given
        Leaf first = event("ephor.requests", 1, "/a", "1");
        Leaf other =
                new Leaf(
                        "ephor.requests", 0, 2, 0, null, first.headers(), Leaves.utf8("{\"x\":1}"));

        // Then
        assertThat(other.saysTheSameAs(first)).isFalse();
    }
}
