package dev.ephor.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephor.audit.sealing.Finding.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final int SIZE = 20;

    private List<Entry> log;
    private Head head;

    @BeforeEach
    void a_sealed_log() {
        log = new ArrayList<>(Leaves.log(SIZE));
        head = new Head(SIZE, log.getLast().hash());
    }

    private Verdict verify() {
        Verification verification = Verification.fromGenesis();
        log.forEach(verification::accept);
        return verification.verdict(head);
    }

    private List<String> findings() {
        return verify().findings().stream()
                .map(
                        f ->
                                f.kind()
                                        + " "
                                        + f.sequence()
                                        + (f.last() > f.sequence() ? "-" + f.last() : ""))
                .toList();
    }

    /** Renumbers what stands there, as somebody would who covers up. */
    private void renumber() {
        for (int i = 0; i < log.size(); i++) {
            Entry e = log.get(i);
            log.set(i, new Entry(i, e.leaf(), e.leafHash(), e.previous(), e.hash()));
        }
        head = new Head(log.size(), log.getLast().hash());
    }

    private static byte[] changed(byte[] leaf) {
        byte[] copy = leaf.clone();
        copy[copy.length - 1] ^= 1;
        return copy;
    }

    private static final Hash OTHER = Chain.leafHash(new byte[] {9});

    @Test
    void finds_nothing_in_a_true_log() {
        // Then
        assertThat(verify()).isEqualTo(new Verdict(SIZE, List.of(), false, 0));
        assertThat(verify().isIntact()).isTrue();
    }

    @Test
    void finds_nothing_in_an_empty_log() {
        // Then
        assertThat(Verification.fromGenesis().verdict(Head.EMPTY).isIntact()).isTrue();
    }

    @Test
    void finds_nothing_in_a_true_part() {
        // Given
        Verification anchored = new Verification(5, log.get(4).hash());
        Verification loose = new Verification(5, null);

        // When
        log.subList(5, 10).forEach(anchored::accept);
        log.subList(5, 10).forEach(loose::accept);

        // Then
        assertThat(anchored.verdict(10, null).isIntact()).isTrue();
        assertThat(loose.verdict(10, log.get(9).hash()).isIntact()).isTrue();
    }

    @Test
    void names_the_entry_of_which_a_byte_was_changed() {
        // Given
        Entry e = log.get(7);
        log.set(7, new Entry(7, changed(e.leaf()), e.leafHash(), e.previous(), e.hash()));

        // Then
        assertThat(findings()).containsExactly("LEAF_CHANGED 7");
    }

    @Test
    void names_the_entry_whose_leaf_and_leaf_hash_were_changed() {
        // Given
        Entry e = log.get(7);
        byte[] leaf = changed(e.leaf());
        log.set(7, new Entry(7, leaf, Chain.leafHash(leaf), e.previous(), e.hash()));

        // Then
        assertThat(findings()).containsExactly("HASH_CHANGED 7");
    }

    @Test
    void names_the_place_behind_an_entry_that_was_replaced_with_all_its_hashes() {
        // Given
        Head before = new Head(7, log.get(6).hash());
        log.set(7, before.seal(changed(log.get(7).leaf())));

        // Then
        assertThat(findings()).containsExactly("UNLINKED 8");
    }

    @Test
    void sees_by_the_head_that_the_last_entry_was_replaced() {
        // Given
        Head before = new Head(SIZE - 1, log.get(SIZE - 2).hash());
        log.set(SIZE - 1, before.seal(new byte[] {1}));

        // Then
        assertThat(findings()).containsExactly("HEAD_DIFFERS 19");
    }

    @Test
    void names_each_hash_that_was_changed() {
        // Given
        Entry a = log.get(3);
        Entry b = log.get(8);
        Entry c = log.get(13);
        log.set(3, new Entry(3, a.leaf(), OTHER, a.previous(), a.hash()));
        log.set(8, new Entry(8, b.leaf(), b.leafHash(), OTHER, b.hash()));
        log.set(13, new Entry(13, c.leaf(), c.leafHash(), c.previous(), OTHER));

        // Then
        assertThat(findings())
                .containsExactly("LEAF_HASH_CHANGED 3", "PREVIOUS_CHANGED 8", "HASH_CHANGED 13");
    }

    @Test
    void names_changed_hashes_of_the_first_entry_and_of_the_last() {
        // Given
        Entry a = log.getFirst();
        Entry b = log.getLast();
        log.set(0, new Entry(0, a.leaf(), a.leafHash(), OTHER, a.hash()));
        log.set(SIZE - 1, new Entry(SIZE - 1, b.leaf(), b.leafHash(), b.previous(), OTHER));

        // Then
        assertThat(findings()).containsExactly("PREVIOUS_CHANGED 0", "HASH_CHANGED 19");
    }

    @Test
    void names_entries_that_are_missing() {
        // Given
        log.remove(12);
        log.subList(4, 7).clear();

        // Then
        assertThat(findings()).containsExactly("MISSING 4-6", "MISSING 12");
    }

    @Test
    void names_a_missing_beginning_and_a_missing_end() {
        // Given
        log.subList(0, 2).clear();
        log.subList(log.size() - 3, log.size()).clear();

        // Then
        assertThat(findings()).containsExactly("MISSING 0-1", "MISSING 17-19");
    }

    @Test
    void finds_everything_missing_when_nothing_is_there() {
        // Given
        log.clear();

        // Then
        assertThat(findings()).containsExactly("MISSING 0-19");
    }

    @Test
    void names_the_place_where_an_entry_was_taken_out_and_the_rest_renumbered() {
        // Given
        log.remove(5);
        renumber();

        // Then
        assertThat(findings()).containsExactly("UNLINKED 5");
    }

    @Test
    void names_an_entry_that_was_put_in() {
        // Given
        log.add(5, new Head(5, log.get(4).hash()).seal(new byte[] {1}));
        renumber();

        // Then
        assertThat(findings()).containsExactly("UNLINKED 6");
    }

    @Test
    void names_an_entry_that_was_copied_elsewhere() {
        // Given
        log.add(9, log.get(5));
        renumber();

        // Then
        assertThat(findings()).containsExactly("UNLINKED 9", "REORDERED 10-20");
    }

    @Test
    void names_two_entries_that_changed_places() {
        // Given
        Collections.swap(log, 4, 11);
        renumber();

        // Then
        assertThat(findings()).containsExactly("REORDERED 4", "REORDERED 11");
    }

    @Test
    void names_two_neighbours_that_changed_places() {
        // Given
        Collections.swap(log, 4, 5);
        renumber();

        // Then
        assertThat(verify().findings())
                .extracting(Finding::kind, Finding::message)
                .containsExactly(
                        tuple(Kind.REORDERED, "it was sealed as entry 5"),
                        tuple(Kind.REORDERED, "it was sealed as entry 4"));
    }

    @Test
    void names_lines_that_come_in_the_wrong_order() {
        // Given
        Collections.swap(log, 6, 7);

        // Then
        assertThat(findings()).containsExactly("REORDERED 6");
    }

    @Test
    void names_a_line_that_comes_twice() {
        // Given
        log.add(8, log.get(7));

        // Then
        assertThat(findings()).containsExactly("REPEATED 7");
    }

    @Test
    void finds_the_other_history_of_a_forked_log() {
        // Given
        List<Entry> fork = new ArrayList<>(log.subList(0, 10));
        Head at = new Head(10, log.get(9).hash());
        for (int i = 10; i < SIZE; i++) {
            Entry other = at.seal(new byte[] {(byte) i});
            fork.add(other);
            at = at.after(other);
        }
        log = fork;

        // Then
        assertThat(findings()).containsExactly("HEAD_DIFFERS 19");
    }

    @Test
    void finds_entries_that_the_head_does_not_know() {
        // Given
        head = new Head(SIZE - 2, log.get(SIZE - 3).hash());

        // Then
        assertThat(findings()).containsExactly("HEAD_DIFFERS 18-19");
    }

    @Test
    void names_an_entry_that_is_hidden_from_a_search() {
        // Given
        Verification verification = Verification.fromGenesis();
        Filing true0 = Filing.of(Leaf.read(log.get(0).leaf()));
        Filing false1 = new Filing(true0.time(), null, "t1", "g1", "somebody else", null);

        // When
        verification.accept(log.get(0), true0);
        verification.accept(log.get(1), false1);

        // Then
        assertThat(verification.verdict(2, null).findings())
                .extracting(Finding::kind, Finding::sequence)
                .containsExactly(tuple(Kind.MISFILED, 1L));
    }

    @Test
    void gives_up_on_a_log_of_which_nothing_is_true_and_says_so() {
        // Given
        Verification verification = Verification.fromGenesis();

        // When
        for (Entry e : Leaves.log(2_000)) {
            verification.accept(new Entry(e.sequence(), changed(e.leaf()), OTHER, OTHER, e.hash()));
        }

        // Then
        Verdict verdict = verification.verdict(2_000, null);
        assertThat(verification.hasSeenEnough()).isTrue();
        assertThat(verdict.cutShort()).isTrue();
        assertThat(verdict.isIntact()).isFalse();
    }
}
