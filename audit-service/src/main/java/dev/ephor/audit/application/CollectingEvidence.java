package dev.ephor.audit.application;

import dev.ephor.audit.application.KeepCheckpoints.Kept;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.audit.tree.Proofs;
import dev.ephor.audit.tree.ReadHashes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Gathers what proves some entries to somebody who has the log's key and nothing else. */
@ApplicationScoped
public class CollectingEvidence {
    /** Tiles are kept meanwhile; so many proofs need few. */
    private static final int PROOFS_AT_ONCE = 1_000;

    private final SearchingTheLog log;
    private final ReadHashes hashes;
    private final Checkpointing checkpoints;
    private final Following following;

    CollectingEvidence(
            SearchingTheLog log,
            ReadHashes hashes,
            Checkpointing checkpoints,
            Following following) {
        this.log = log;
        this.hashes = hashes;
        this.checkpoints = checkpoints;
        this.following = following;
    }

    /**
     * What the evidence rests on.
     *
     * @param before the sequence before which a search finds everything that the checkpoint has
     * @param keys by which the checkpoint can be checked
     */
    public record Ground(Kept checkpoint, long before, List<String> keys) {}

    /** The log as it is now, signed; empty where it has no key to sign with. */
    public Optional<Ground> ground() {
        if (checkpoints.identity().canSign()) {
            checkpoints.signNow();
        }
        return checkpoints.newest().map(this::ground);
    }

    private Ground ground(Kept newest) {
        long before = Math.min(newest.size(), following.position("filing"));
        List<String> keys =
                checkpoints.identity().verifiers().stream().map(Object::toString).toList();
        return new Ground(newest, before, keys);
    }

    /**
     * Goes through the entries that a search finds, however many there are.
     *
     * @param visitor gets each with its inclusion proof (RFC 6962 section 2.1.1) in the
     *     checkpoint's tree
     */
    public void each(Search search, Ground ground, Consumer<Proven> visitor) {
        var proving = new Proving(ground.checkpoint().size());
        log.each(
                search,
                line -> {
                    if (line.sequence() < ground.before()) {
                        visitor.accept(new Proven(line, proving.path(line.sequence())));
                    }
                });
    }

    /**
     * @param path the leaf's sibling first
     */
    public record Proven(Line line, List<Hash> path) {}

    private final class Proving {
        private final long size;
        private Proofs proofs;
        private int made;

        Proving(long size) {
            this.size = size;
            this.proofs = new Proofs(size, hashes);
        }

        List<Hash> path(long sequence) {
            if (++made % PROOFS_AT_ONCE == 0) {
                proofs = new Proofs(size, hashes);
            }
            return proofs.inclusion(sequence, size);
        }
    }
}
