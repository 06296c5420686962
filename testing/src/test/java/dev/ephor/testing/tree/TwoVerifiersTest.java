package dev.ephor.testing.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.tree.Frontier;
import dev.ephor.audit.tree.Growth;
import dev.ephor.audit.tree.Proofs;
import dev.ephor.audit.tree.ReadHashes;
import dev.ephor.audit.tree.Tile;
import dev.ephor.quickstart.verify.MerkleProof;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What audit-service proves out of its tiles, checked by the verifier of {@code ./ephor audit
 * verify}, which was written from RFC 9162 and shares no code with it.
 */
class TwoVerifiersTest {
    private static final int SIZE = 140_000;
    private static final int PROOFS = 10_000;

    private final List<Hash> leaves = new ArrayList<>();
    private final Map<List<Long>, Tile> tiles = new HashMap<>();
    private final Frontier frontier = Frontier.empty();
    private final Random random = new Random(9162);

    /** Tiles as the store keeps them. */
    private List<Hash> hashes(int level, long first, int count) {
        var hashes = new ArrayList<Hash>();
        for (long i = first; i < first + count; i++) {
            hashes.add(level == 0 ? leaves.get((int) i) : tiles.get(key(level - 1, i)).root());
        }
        return hashes;
    }

    private static List<Long> key(long level, long number) {
        return List.of(level, number);
    }

    private void grow() {
        while (leaves.size() < SIZE) {
            var batch = new ArrayList<Hash>();
            int count = Math.min(SIZE - leaves.size(), 1 + random.nextInt(2_000));
            for (int i = 0; i < count; i++) {
                int leaf = leaves.size() + i;
                batch.add(Chain.leafHash(ByteBuffer.allocate(4).putInt(leaf).array()));
            }
            var growth = new Growth(frontier, this::hashes);
            growth.add(batch);
            growth.tiles().forEach(tile -> tiles.put(key(tile.level(), tile.number()), tile));
            leaves.addAll(batch);
        }
    }

    @Test
    void agree_on_ten_thousand_random_proofs_and_on_as_many_false_ones() {
        // Given
        grow();
        ReadHashes stored = this::hashes;
        int agreed = 0;

        // When
        for (int i = 0; i < PROOFS; i++) {
            int newer = 2 + random.nextInt(SIZE - 1);
            int older = 1 + random.nextInt(newer - 1);
            var proofs = new Proofs(SIZE, stored);
            agreed +=
                    i % 2 == 0
                            ? inclusion(proofs, older, newer)
                            : consistency(proofs, older, newer);
        }

        // Then
        assertThat(agreed).isEqualTo(PROOFS);
        assertThat(new Proofs(SIZE, stored).root(SIZE)).isEqualTo(frontier.root());
    }

    private int inclusion(Proofs proofs, int index, int size) {
        List<byte[]> path = bytes(proofs.inclusion(index, size));
        byte[] root = proofs.root(size).bytes();
        byte[] leaf = leaves.get(index).bytes();
        boolean isTrue = MerkleProof.includes(index, size, leaf, path, root);
        boolean isOther = MerkleProof.includes(index - 1, size, leaf, path, root);
        flip(path, leaf);
        return isTrue && !isOther && !MerkleProof.includes(index, size, leaf, path, root) ? 1 : 0;
    }

    private int consistency(Proofs proofs, int older, int newer) {
        List<byte[]> path = bytes(proofs.consistency(older, newer));
        byte[] first = proofs.root(older).bytes();
        byte[] second = proofs.root(newer).bytes();
        boolean isTrue = MerkleProof.extendsTo(older, newer, path, first, second);
        flip(path, first);
        return isTrue && !MerkleProof.extendsTo(older, newer, path, first, second) ? 1 : 0;
    }

    /** One bit of one hash. */
    private void flip(List<byte[]> path, byte[] instead) {
        byte[] hash = path.isEmpty() ? instead : path.get(random.nextInt(path.size()));
        hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
    }

    private static List<byte[]> bytes(List<Hash> hashes) {
        return new ArrayList<>(hashes.stream().map(Hash::bytes).toList());
    }
}
