package dev.ephor.audit.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.audit.application.Comparison.Kind;
import dev.ephor.audit.notes.Checkpoint;
import dev.ephor.audit.notes.Keys;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.notes.SigningKey;
import dev.ephor.audit.notes.VerifierKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComparingHistoriesTest {
    private final List<String> topic = new ArrayList<>();
    private SigningKey key;
    private SigningKey stranger;

    @BeforeEach
    void keys() throws IOException {
        key = Keys.log();
        stranger = SigningKey.ofPem(origin(), SigningKey.newPem(new SecureRandom()));
    }

    private String origin() {
        return key.verifier().name();
    }

    private void published(KeptLog log, SigningKey by) {
        String text = new Checkpoint(by.verifier().name(), log.head().size(), log.root()).text();
        topic.add(new SignedNote(text, List.of(by.sign(text))).toString());
    }

    private ComparingHistories comparing(KeptLog database, VerifierKey... retired) {
        var identity = new LogIdentity(origin(), List.of(key), List.of(retired), List.of());
        return new ComparingHistories(identity, database, database.tree, this::takeAll);
    }

    private List<String> takeAll() {
        List<String> all = List.copyOf(topic);
        topic.clear();
        return all;
    }

    @Test
    void finds_nothing_wrong_where_nothing_was_published() {
        // When
        Comparison comparison = comparing(KeptLog.of(3)).compare();

        // Then
        assertThat(comparison).isEqualTo(Comparison.SAME);
    }

    @Test
    void finds_a_log_that_only_grew_to_be_the_same() {
        // Given
        published(KeptLog.of(0), key);
        published(KeptLog.of(300), key);
        published(KeptLog.of(700), key);
        KeptLog database = KeptLog.of(700);
        ComparingHistories comparing = comparing(database);

        // When
        Comparison first = comparing.compare();
        database.grow(70_000, "");
        Comparison later = comparing.compare();

        // Then
        assertThat(first.kind()).isEqualTo(Kind.SAME);
        assertThat(later.kind()).isEqualTo(Kind.SAME);
        assertThat(comparing.allowSealing()).isTrue();
    }

    @Test
    void finds_a_database_that_lacks_what_was_published() {
        // Given
        published(KeptLog.of(700), key);

        // When
        ComparingHistories comparing = comparing(KeptLog.of(650));
        Comparison comparison = comparing.compare();

        // Then
        assertThat(comparison.kind()).isEqualTo(Kind.SHORTER);
        assertThat(comparison.why())
                .contains(origin(), "700", "650", "put back", "ephor.audit.origin");
        assertThat(comparison.allowsSigning()).isFalse();
        assertThat(comparing.allowSealing()).isFalse();
        assertThat(comparing.newest()).contains(comparison);
    }

    @Test
    void finds_a_database_that_was_put_back_and_went_on() {
        // Given
        published(KeptLog.of(700), key);

        // When
        Comparison sameSize = comparing(KeptLog.of(650).grow(50, "branch")).compare();
        published(KeptLog.of(700), key);
        Comparison longer = comparing(KeptLog.of(650).grow(1_000, "branch")).compare();

        // Then
        assertThat(sameSize.kind()).isEqualTo(Kind.OTHER);
        assertThat(longer.kind()).isEqualTo(Kind.OTHER);
        assertThat(longer.allowsSigning()).isFalse();
        assertThat(longer.allowsSealing()).isFalse();
    }

    @Test
    void finds_a_branch_that_somebody_else_signs_with_the_same_key() {
        // Given
        published(KeptLog.of(700), key);
        ComparingHistories comparing = comparing(KeptLog.of(800));
        comparing.compare();

        // When
        published(KeptLog.of(650).grow(10, "branch"), key);

        // Then
        assertThat(comparing.compare().kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void finds_a_database_that_is_put_back_under_a_running_process_and_forgives_when_it_is_back() {
        // Given
        published(KeptLog.of(700), key);
        KeptLog whole = KeptLog.of(700);
        KeptLog database = KeptLog.of(700);
        ComparingHistories comparing = comparing(database);
        comparing.compare();

        // When
        database.claiming(KeptLog.of(600));
        Comparison putBack = comparing.compare();
        database.claiming(whole);
        Comparison again = comparing.compare();

        // Then
        assertThat(putBack.kind()).isEqualTo(Kind.SHORTER);
        assertThat(again.kind()).isEqualTo(Kind.SAME);
    }

    @Test
    void finds_a_head_that_its_tree_does_not_bear_out() {
        // When
        KeptLog database = KeptLog.of(700).claiming(KeptLog.of(600).grow(100, "branch"));

        // Then
        assertThat(comparing(database).compare().kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void listens_to_nothing_that_the_log_has_not_signed() throws IOException {
        // Given
        published(KeptLog.of(10), key);
        topic.add("no note at all");
        published(KeptLog.of(5_000), stranger);
        published(KeptLog.of(6_000), Keys.witness());

        // When
        Comparison comparison = comparing(KeptLog.of(10)).compare();

        // Then
        assertThat(comparison.kind()).isEqualTo(Kind.SAME);
    }

    @Test
    void signs_nothing_and_goes_on_sealing_when_no_key_that_signed_is_known() {
        // Given
        published(KeptLog.of(10), stranger);
        published(KeptLog.of(20), stranger);

        // When
        ComparingHistories comparing = comparing(KeptLog.of(20));
        Comparison comparison = comparing.compare();

        // Then
        assertThat(comparison.kind()).isEqualTo(Kind.UNKNOWN_KEYS);
        assertThat(comparison.why()).contains("ephor.audit.checkpoints.retired-keys");
        assertThat(comparison.allowsSigning()).isFalse();
        assertThat(comparing.allowSealing()).isTrue();
    }

    @Test
    void compares_with_what_a_retired_key_signed() {
        // Given
        published(KeptLog.of(20), stranger);

        // When
        Comparison comparison = comparing(KeptLog.of(10), stranger.verifier()).compare();

        // Then
        assertThat(comparison.kind()).isEqualTo(Kind.SHORTER);
    }

    @Test
    void seals_without_a_question_where_the_log_has_no_key() {
        // Given
        KeptLog database = KeptLog.of(1);
        var identity = new LogIdentity(origin(), List.of(), List.of(), List.of());

        // When
        var comparing =
                new ComparingHistories(
                        identity,
                        database,
                        database.tree,
                        () -> {
                            throw new IllegalStateException("nobody asks");
                        });

        // Then
        assertThat(comparing.allowSealing()).isTrue();
    }
}
