package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Chain;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.tree.Frontier;
import dev.ephor.audit.tree.KeptTiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A database of a log in memory, of which only the tree is there. */
final class KeptLog implements FindEntries {
    final KeptTiles tree = new KeptTiles();
    private Frontier frontier = Frontier.empty();

    /** A log with that many entries that all logs of this test begin with. */
    static KeptLog of(int entries) {
        var log = new KeptLog();
        log.grow(entries, "");
        return log;
    }

    /**
     * @param branch what tells these entries from those of another history
     */
    KeptLog grow(int entries, String branch) {
        long size = frontier.size();
        tree.grow(
                IntStream.range(0, entries)
                        .mapToObj(i -> Chain.leafHash(bytes(branch + (size + i))))
                        .toList());
        frontier = tree.frontier();
        return this;
    }

    /** Says something of its end that its tree does not say. */
    KeptLog claiming(KeptLog other) {
        frontier = other.frontier;
        return this;
    }

    Hash root() {
        return frontier.root();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Tip tip() {
        return new Tip(head(), frontier);
    }

    @Override
    public Head head() {
        return new Head(frontier.size(), Chain.GENESIS);
    }

    @Override
    public boolean endAsTheHeadSays() {
        return true;
    }

    @Override
    public Optional<Entry> bySequence(long sequence) {
        return Optional.empty();
    }

    @Override
    public List<Entry> behind(long sequence, int limit) {
        return List.of();
    }

    @Override
    public List<Entry> ofActivation(String activation) {
        return List.of();
    }
}
