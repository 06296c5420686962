package dev.ephor.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any single tampering, anywhere, is found; and named within one entry of where it is. */
class VerificationRandomTest {
    private static final int SIZE = 50;
    private static final int ROUNDS = 500;

    @FunctionalInterface
    private interface Tampering {
        /** Returns where. */
        int with(List<Entry> log, RandomGenerator random);
    }

    private static final List<Tampering> TAMPERINGS =
            List.of(
                    VerificationRandomTest::flipABit,
                    VerificationRandomTest::drop,
                    VerificationRandomTest::swapNumbers,
                    VerificationRandomTest::changeAHash,
                    VerificationRandomTest::replace);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void finds_and_names_every_tampering(long seed) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<Entry> sealed = Leaves.log(SIZE);
        Head head = new Head(SIZE, sealed.getLast().hash());

        for (int round = 0; round < ROUNDS; round++) {
            var log = new ArrayList<>(sealed);
            int where = TAMPERINGS.get(random.nextInt(TAMPERINGS.size())).with(log, random);

            // When
            Verification verification = Verification.fromGenesis();
            log.forEach(verification::accept);
            Verdict verdict = verification.verdict(head);

            // Then
            assertThat(verdict.findings())
                    .as("seed %d round %d at %d", seed, round, where)
                    .isNotEmpty()
                    .anyMatch(f -> f.sequence() >= where && f.sequence() <= where + 1);
        }
    }

    private static int flipABit(List<Entry> log, RandomGenerator random) {
        int i = random.nextInt(SIZE);
        Entry e = log.get(i);
        byte[] leaf = e.leaf().clone();
        leaf[random.nextInt(leaf.length)] ^= (byte) (1 << random.nextInt(8));
        log.set(i, new Entry(i, leaf, e.leafHash(), e.previous(), e.hash()));
        return i;
    }

    private static int drop(List<Entry> log, RandomGenerator random) {
        int i = random.nextInt(SIZE);
        log.remove(i);
        return i;
    }

    private static int swapNumbers(List<Entry> log, RandomGenerator random) {
        int i = random.nextInt(SIZE - 1);
        int j = i + 1 + random.nextInt(SIZE - 1 - i);
        Collections.swap(log, i, j);
        for (int at : List.of(i, j)) {
            Entry e = log.get(at);
            log.set(at, new Entry(at, e.leaf(), e.leafHash(), e.previous(), e.hash()));
        }
        return i;
    }

    private static int changeAHash(List<Entry> log, RandomGenerator random) {
        int i = random.nextInt(SIZE);
        Entry e = log.get(i);
        byte[] noise = new byte[32];
        random.nextBytes(noise);
        Hash other = Hash.of(noise);
        log.set(
                i,
                switch (random.nextInt(3)) {
                    case 0 -> new Entry(i, e.leaf(), other, e.previous(), e.hash());
                    case 1 -> new Entry(i, e.leaf(), e.leafHash(), other, e.hash());
                    default -> new Entry(i, e.leaf(), e.leafHash(), e.previous(), other);
                });
        return i;
    }

    private static int replace(List<Entry> log, RandomGenerator random) {
        int i = random.nextInt(SIZE);
        Entry e = log.get(i);
        log.set(i, new Head(i, e.previous()).seal(new byte[] {(byte) i}));
        return i;
    }
}
