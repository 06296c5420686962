package dev.ephor.audit.application;

import dev.ephor.audit.application.KeepCheckpoints.Kept;
import dev.ephor.audit.application.SubmitCheckpoint.Answer;
import dev.ephor.audit.application.SubmitCheckpoint.Conflict;
import dev.ephor.audit.application.SubmitCheckpoint.Cosigned;
import dev.ephor.audit.application.SubmitCheckpoint.Refused;
import dev.ephor.audit.application.SubmitCheckpoint.Submission;
import dev.ephor.audit.application.SubmitCheckpoint.Unreachable;
import dev.ephor.audit.notes.SignedNote;
import dev.ephor.audit.sealing.Hash;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings one witness the newest checkpoint, with the proof that it follows on what the witness has
 * seen, and keeps what it signs.
 *
 * <p>Asked by one thread; its lag may be read by any.
 */
final class AskingWitness {
    private static final int TRIES = 3;
    private static final int CONFLICT = 409;
    private static final int PROOF_DOES_NOT_HOLD = 422;
    private static final long NOT_READ = -1;

    private final Witness witness;
    private final Checkpointing checkpoints;
    private final ProvingEntries proving;
    private final SubmitCheckpoint submit;
    private volatile long cosigned = NOT_READ;
    private long seen = NOT_READ;

    AskingWitness(
            Witness witness,
            Checkpointing checkpoints,
            ProvingEntries proving,
            SubmitCheckpoint submit) {
        this.witness = witness;
        this.checkpoints = checkpoints;
        this.proving = proving;
        this.submit = submit;
    }

    Witness witness() {
        return witness;
    }

    /** By how many entries its last cosignature is behind the newest checkpoint. */
    long lag() {
        return checkpoints.newest().map(Kept::size).orElse(0L) - Math.max(0, cosigned());
    }

    /** Asks for a cosignature of the newest checkpoint unless it has been given. */
    WitnessOutcome ask() {
        Optional<Kept> newest = checkpoints.newest();
        if (newest.isEmpty() || newest.get().size() <= cosigned()) {
            return WitnessOutcome.NOTHING_NEW;
        }
        if (seen == NOT_READ || seen > newest.get().size()) {
            seen = Math.min(cosigned(), newest.get().size());
        }
        return ask(newest.get());
    }

    private long cosigned() {
        if (cosigned == NOT_READ) {
            cosigned = checkpoints.cosignedUpTo(witness);
        }
        return cosigned;
    }

    private WitnessOutcome ask(Kept newest) {
        Kept one = newest;
        for (int i = 0; i < TRIES; i++) {
            Answer answer = answer(one);
            if (answer instanceof Conflict(OptionalLong size) && isNews(size)) {
                one = checkpoints.newest().orElse(one);
                seen = size.getAsLong();
                if (seen > one.size()) {
                    return anotherLog(one, "has signed a checkpoint of %d".formatted(seen));
                }
            } else {
                return outcome(one, answer);
            }
        }
        return WitnessOutcome.refused(CONFLICT, "it names another size each time");
    }

    private WitnessOutcome outcome(Kept one, Answer answer) {
        return switch (answer) {
            case Cosigned(String lines) -> keep(one, lines);
            case Conflict _ when seen == one.size() ->
                    anotherLog(one, "has signed another one of this size");
            case Conflict _ -> WitnessOutcome.refused(CONFLICT, "it does not say what it has seen");
            case Refused(int status, _) when status == PROOF_DOES_NOT_HOLD ->
                    anotherLog(one, "finds that it does not grow from %d".formatted(seen));
            case Refused(int status, String why) -> WitnessOutcome.refused(status, why);
            case Unreachable(String why) -> WitnessOutcome.unreachable(why);
        };
    }

    private boolean isNews(OptionalLong size) {
        return size.isPresent() && size.getAsLong() != seen;
    }

    private Answer answer(Kept one) {
        List<Hash> proof = proving.consistency(seen, one.size()).path();
        return submit.submit(
                witness.address().orElseThrow(), new Submission(seen, proof, one.note()));
    }

    private WitnessOutcome keep(Kept one, String lines) {
        try {
            String text = SignedNote.parse(one.note()).text();
            SignedNote signed = SignedNote.parse(text + "\n" + lines);
            // Of the cosignatures of others, which may stand there too, none is waited for.
            var own = new SignedNote(text, signed.signaturesBy(List.of(witness.key())));
            checkpoints.cosign(own.toString());
        } catch (IllegalArgumentException e) {
            return WitnessOutcome.falseSignature(String.valueOf(e.getMessage()));
        }
        seen = one.size();
        cosigned = one.size();
        return WitnessOutcome.COSIGNED;
    }

    private static WitnessOutcome anotherLog(Kept one, String what) {
        return WitnessOutcome.anotherLog(
                "to the checkpoint of %d entries it says no: it %s".formatted(one.size(), what));
    }
}
