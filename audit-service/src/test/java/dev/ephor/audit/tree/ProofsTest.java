package dev.ephor.audit.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final int LARGE = 70_000;

    private static JsonNode vectors() throws IOException {
        return new ObjectMapper()
                .readTree(ProofsTest.class.getResource("/tlog/rfc6962-vectors.json"));
    }

    private static List<Hash> hashes(JsonNode texts) {
        var hashes = new ArrayList<Hash>();
        texts.forEach(text -> hashes.add(Hash.of(text.asText())));
        return hashes;
    }

    private static List<Hash> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Chain.leafHash(ByteBuffer.allocate(4).putInt(i).array()))
                .toList();
    }

    /** Grown as a log grows, in batches of any length. */
    private static KeptTiles grown(List<Hash> leaves, Random random) {
        var tree = new KeptTiles();
        for (int at = 0; at < leaves.size(); ) {
            int end = Math.min(leaves.size(), at + 1 + random.nextInt(3_000));
            tree.grow(leaves.subList(at, end));
            at = end;
        }
        return tree;
    }

    @Test
    void computes_the_published_hashes_and_roots() throws IOException {
        // Given
        JsonNode vectors = vectors();
        var tree = new KeptTiles();
        List<Hash> leaves = new ArrayList<>();
        vectors.get("leaf_inputs")
                .forEach(
                        leaf -> leaves.add(Chain.leafHash(HexFormat.of().parseHex(leaf.asText()))));

        // Then
        assertThat(leaves).isEqualTo(hashes(vectors.get("leaf_hashes")));
        assertThat(Chain.emptyRoot()).hasToString(vectors.get("empty_root").asText());
        for (int size = 0; size <= leaves.size(); size++) {
            String root = vectors.get("roots_by_size").get(String.valueOf(size)).asText();
            assertThat(tree.frontier.root()).hasToString(root);
            assertThat(new Proofs(size, tree).root(size)).hasToString(root);
            if (size < leaves.size()) {
                tree.grow(leaves.subList(size, size + 1));
            }
        }
    }

    @Test
    void makes_the_published_proofs() throws IOException {
        // Given
        JsonNode vectors = vectors();
        var tree = new KeptTiles();
        tree.grow(hashes(vectors.get("leaf_hashes")));
        var proofs = new Proofs(8, tree);

        // Then
        for (JsonNode one : vectors.get("inclusion")) {
            assertThat(proofs.inclusion(one.get("index").asLong(), one.get("size").asLong()))
                    .isEqualTo(hashes(one.get("proof")));
        }
        for (JsonNode one : vectors.get("consistency")) {
            assertThat(proofs.consistency(one.get("size1").asLong(), one.get("size2").asLong()))
                    .isEqualTo(hashes(one.get("proof")));
        }
    }

    @Test
    void agrees_with_the_definition_in_a_tree_of_three_levels_of_tiles() {
        // Given
        List<Hash> leaves = leaves(LARGE);
        var random = new Random(6962);
        KeptTiles tree = grown(leaves, random);

        // Then
        assertThat(tree.tiles).hasSize(LARGE / 256 + LARGE / 65_536);
        assertThat(tree.frontier.root()).isEqualTo(NaiveTree.root(leaves));
        for (int i = 0; i < 50; i++) {
            int size = 1 + random.nextInt(LARGE);
            int part = random.nextInt(size);
            var proofs = new Proofs(LARGE, tree);
            List<Hash> some = leaves.subList(0, size);
            assertThat(proofs.root(size)).isEqualTo(NaiveTree.root(some));
            assertThat(proofs.inclusion(part, size)).isEqualTo(NaiveTree.path(part, some));
            assertThat(proofs.consistency(part + 1, size))
                    .isEqualTo(NaiveTree.proof(part + 1, some));
        }
    }

    @Test
    void reads_a_few_tiles_for_a_proof_however_large_the_tree() {
        // Given
        KeptTiles tree = grown(leaves(LARGE), new Random(1));
        tree.reads = 0;

        // When
        new Proofs(LARGE, tree).inclusion(12_345, LARGE);

        // Then
        assertThat(tree.reads).isLessThanOrEqualTo(6);
    }

    @Test
    void refuses_what_no_tree_of_the_size_has() {
        // Given
        var proofs = new Proofs(8, new KeptTiles());

        // Then
        assertThatThrownBy(() -> proofs.inclusion(3, 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(0, 9))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.inclusion(-1, 8))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(5, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(proofs.consistency(0, 8)).isEmpty();
    }
}
