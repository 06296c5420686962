package dev.ephor.audit.application;

import dev.ephor.audit.application.KeepCheckpoints.Kept;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.tree.Proofs;
import dev.ephor.audit.tree.ReadHashes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Proofs that an entry is in the log, and that the log only grew. */
@ApplicationScoped
public class ProvingEntries {
    private final FindEntries entries;
    private final ReadHashes hashes;
    private final Checkpointing checkpoints;

    ProvingEntries(FindEntries entries, ReadHashes hashes, Checkpointing checkpoints) {
        this.entries = entries;
        this.hashes = hashes;
        this.checkpoints = checkpoints;
    }

    /**
     * That the leaf with that hash is at that place of a tree with that root.
     *
     * @param path the leaf's sibling first
     */
    public record Inclusion(long sequence, long size, Hash leafHash, Hash root, List<Hash> path) {}

    /** That the newer tree begins with the older one. */
    public record Consistency(
            long older, long newer, Hash olderRoot, Hash newerRoot, List<Hash> path) {}

    public long size() {
        return entries.head().size();
    }

    /**
     * @throws IllegalArgumentException unless 0 &lt;= sequence &lt; size &lt;= the log's
     */
    public Inclusion inclusion(long sequence, long size) {
        var proofs = new Proofs(size(), hashes);
        List<Hash> path = proofs.inclusion(sequence, size);
        Hash leafHash = hashes.hashes(0, sequence, 1).getFirst();
        return new Inclusion(sequence, size, leafHash, proofs.root(size), path);
    }

    /**
     * @throws IllegalArgumentException unless 0 &lt;= older &lt;= newer &lt;= the log's size
     */
    public Consistency consistency(long older, long newer) {
        var proofs = new Proofs(size(), hashes);
        List<Hash> path = proofs.consistency(older, newer);
        return new Consistency(older, newer, proofs.root(older), proofs.root(newer), path);
    }

    /**
     * What proves an entry to somebody who has the log's key and nothing else (C2SP tlog-proof):
     * the path, and the newest checkpoint. Empty where no signed checkpoint has the entry yet.
     */
    public Optional<String> receipt(long sequence) {
        Optional<Kept> signed = checkpoints.newest().filter(kept -> sequence < kept.size());
        Optional<Entry> entry = entries.bySequence(sequence);
        return entry.isEmpty() ? Optional.empty() : signed.map(kept -> receipt(sequence, kept));
    }

    private String receipt(long sequence, Kept checkpoint) {
        var text = new StringBuilder("c2sp.org/tlog-proof@v1\nindex " + sequence + "\n");
        for (Hash hash : inclusion(sequence, checkpoint.size()).path()) {
            text.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
        }
        return text.append('\n').append(checkpoint.note()).toString();
    }
}
