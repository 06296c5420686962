package dev.ephor.audit.application;

import dev.ephor.audit.application.KeepCheckpoints.Intended;
import dev.ephor.audit.application.KeepCheckpoints.Kept;
import dev.ephor.audit.notes.Checkpoint;
import dev.ephor.audit.notes.NoteSignature;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.notes.VerifierKey;
import dev.ephor.audit.sealing.Hash;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Signs what the log is. A size and its root are committed before they are signed, so that whatever
 * happens there is never a signature over another root of the same size.
 */
@ApplicationScoped
public class Checkpointing {
    private final LogIdentity identity;
    private final FindEntries entries;
    private final KeepCheckpoints checkpoints;
    private final PublishCheckpoint publish;
    private final ComparingHistories histories;
    private final Event<CheckpointSigned> observers;
    private final Clock clock;

    Checkpointing(
            LogIdentity identity,
            FindEntries entries,
            KeepCheckpoints checkpoints,
            PublishCheckpoint publish,
            ComparingHistories histories,
            Event<CheckpointSigned> observers,
            Clock clock) {
        this.identity = identity;
        this.entries = entries;
        this.checkpoints = checkpoints;
        this.publish = publish;
        this.histories = histories;
        this.observers = observers;
        this.clock = clock;
    }

    public LogIdentity identity() {
        return identity;
    }

    /**
     * Signs the log as it is now, and whatever was to be signed when an instance was killed.
     *
     * @throws NothingSigned when this is not the log that was signed before: it was changed, or put
     *     back to an earlier state
     */
    public void signNow() {
        Comparison comparison = histories.compare();
        if (!comparison.allowsSigning()) {
            throw new NothingSigned(comparison.why());
        }
        QuarkusTransaction.requiringNew().run(this::intend);
        QuarkusTransaction.requiringNew().run(this::signAll);
        observers.fire(new CheckpointSigned());
    }

    /** The newest one as a signed note, with the cosignatures that came since. */
    @Transactional
    public Optional<Kept> newest() {
        return checkpoints.newest();
    }

    @Transactional
    public Optional<Kept> ofSize(long size) {
        return checkpoints.ofSize(size);
    }

    /**
     * Takes what witnesses signed of a checkpoint of this log.
     *
     * @param note the checkpoint with their cosignatures
     * @return how many were taken
     * @throws IllegalArgumentException when it is none of this log's, or no witness that is known
     *     signed it, or a signature is false
     */
    @Transactional
    public int cosign(String note) {
        SignedNote signed = SignedNote.parse(note);
        Checkpoint said = Checkpoint.parse(signed.text());
        boolean isOurs =
                checkpoints
                        .ofSize(said.size())
                        .filter(kept -> textOf(kept.size(), kept.root()).equals(signed.text()))
                        .isPresent();
        if (!isOurs) {
            throw new IllegalArgumentException("this log has not signed this checkpoint");
        }
        List<NoteSignature> lines = signed.signaturesBy(identity.witnesses());
        for (NoteSignature line : lines) {
            String key = line.name() + "+" + VerifierKey.idText(line.id());
            checkpoints.cosign(said.size(), key, line.toString(), clock.instant());
        }
        return lines.size();
    }

    /** The largest size of which a witness's cosignature is kept; 0 without one. */
    @Transactional
    public long cosignedUpTo(Witness witness) {
        return checkpoints.cosignedUpTo(witness.keyName());
    }

    private void intend() {
        Tip tip = entries.tip();
        Hash root = tip.tree().root();
        Hash kept = checkpoints.intend(tip.head().size(), root, clock.instant());
        if (!kept.equals(root)) {
            throw new NothingSigned(
                    "this database wrote down the root %2$s for %1$d entries, and now they have %3$s: the log was changed, or put back to an earlier state and went on, and nothing is signed. See 'A database that was put back' in docs/audit-log.md"
                            .formatted(tip.head().size(), kept, root));
        }
    }

    private void signAll() {
        for (Intended one : checkpoints.unsigned()) {
            String text = textOf(one.size(), one.root());
            var signatures = identity.signers().stream().map(key -> key.sign(text)).toList();
            String note = new SignedNote(text, signatures).toString();
            checkpoints.sign(one.size(), note);
            publish.publish(identity.origin(), one.size(), note);
        }
    }

    private String textOf(long size, Hash root) {
        return new Checkpoint(identity.origin(), size, root).text();
    }
}
