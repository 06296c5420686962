package dev.ephor.audit.application;

import dev.ephor.audit.notes.Checkpoint;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.tree.Proofs;
import dev.ephor.audit.tree.ReadHashes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the database with what was signed and published of the log. A database that was put back
 * to an earlier state does not know that it was, and would sign another history.
 */
@ApplicationScoped
public class ComparingHistories {
    private final LogIdentity identity;
    private final FindEntries entries;
    private final ReadHashes hashes;
    private final ReadPublished published;

    /** Those still to be compared, or the largest of those that were. */
    private final List<Checkpoint> known = new ArrayList<>();

    private boolean onlyStrangers;
    private volatile @Nullable Comparison newest;

    ComparingHistories(
            LogIdentity identity, FindEntries entries, ReadHashes hashes, ReadPublished published) {
        this.identity = identity;
        this.entries = entries;
        this.hashes = hashes;
        this.published = published;
    }

    /** How the last comparison ended; empty before the first one. */
    public Optional<Comparison> newest() {
        return Optional.ofNullable(newest);
    }

    /**
     * Compares the log as it is now with every checkpoint that was published since the last time.
     *
     * @throws RuntimeException when the published ones, or the database, cannot be read now
     */
    public synchronized Comparison compare() {
        // What is published is committed before: read in the other order, it could be ahead.
        published.next().forEach(this::take);
        Tip tip = entries.tip();
        Comparison found = compare(tip, new Proofs(tip.head().size(), hashes));
        if (found.allowsSigning()) {
            known.sort(Comparator.comparingLong(Checkpoint::size));
            known.subList(0, Math.max(0, known.size() - 1)).clear();
        }
        newest = found;
        return found;
    }

    /**
     * What a sealer asks before it adds to the log: the last comparison where it allows that, else
     * a new one. A log without a key has published nothing to compare with.
     */
    public boolean allowSealing() {
        Comparison last = newest;
        return !identity.canSign()
                || last != null && last.allowsSealing()
                || compare().allowsSealing();
    }

    private void take(String note) {
        Optional<SignedNote> signed = parsed(note);
        Optional<Checkpoint> said = signed.flatMap(this::ofThisLog);
        if (said.isEmpty()) {
            return;
        }
        if (isOurs(signed.get())) {
            known.add(said.get());
        }
        onlyStrangers = known.isEmpty();
    }

    /** Anybody's records may stand on a topic. */
    private static Optional<SignedNote> parsed(String note) {
        try {
            return Optional.of(SignedNote.parse(note));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Checkpoint> ofThisLog(SignedNote note) {
        try {
            return Optional.of(Checkpoint.parse(note.text()))
                    .filter(said -> said.origin().equals(identity.origin()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean isOurs(SignedNote note) {
        try {
            return !note.signaturesBy(identity.verifiers()).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Comparison compare(Tip tip, Proofs tree) {
        if (onlyStrangers) {
            return Comparison.unknownKeys(identity.origin());
        }
        long size = tip.head().size();
        for (Checkpoint one : known) {
            if (one.size() > size) {
                return Comparison.shorter(one, size);
            }
            Hash root = tree.root(one.size());
            if (!root.equals(one.root())) {
                return Comparison.other(one, root);
            }
        }
        Hash stored = tree.root(size);
        return stored.equals(tip.tree().root())
                ? Comparison.SAME
                : Comparison.brokenTree(size, tip.tree().root(), stored);
    }
}
