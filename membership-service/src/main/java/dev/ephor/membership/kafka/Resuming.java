package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Measures.Tally;
import dev.ephor.membership.kafka.Deadlines.Due;
import dev.ephor.membership.kafka.LedgerCodec.Head;
import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What a task does when it begins, in small steps between other work: counts, has every directory
 * task done that was not confirmed, and says again what may not have left before a crash.
 *
 * <p>Two walks over the heads of all ledgers: the first finds when something was said last, the
 * second says again what was said shortly before that.
 */
final class Resuming {
    private static final int AT_ONCE = 5_000;

    private final KeyValueStore<String, byte[]> grants;
    private final Deadlines deadlines;
    private final Outgoing outgoing;
    private final SaidMark mark;
    private final Alarms alarms;
    private final long began;
    private Tally tally = Tally.NOTHING;
    private long newest;
    private boolean second;
    private boolean done;
    private @Nullable String reached;

    Resuming(
            KeyValueStore<String, byte[]> grants,
            Deadlines deadlines,
            Outgoing outgoing,
            SaidMark mark,
            Alarms alarms) {
        this.alarms = alarms;
        this.mark = mark;
        this.began = outgoing.now();
        this.grants = grants;
        this.deadlines = deadlines;
        this.outgoing = outgoing;
    }

    boolean isDone() {
        return done;
    }

    /** Counts a change, unless the walk has yet to come to the key. */
    void count(String key, Tally change) {
        if (second || (reached != null && key.compareTo(reached) <= 0)) {
            tally = tally.plus(change);
            outgoing.tally(tally);
        }
    }

    /**
     * Does one step, if one is left.
     *
     * @return whether none is left
     */
    boolean goOn() {
        if (!done && walk()) {
            outgoing.knowTroubles();
            done = second || !mark.isOpenAt(newest);
            second = true;
            reached = null;
            outgoing.tally(tally);
        }
        return done;
    }

    /**
     * @return whether this was the last step of the walk
     */
    private boolean walk() {
        try (KeyValueIterator<String, byte[]> entries = grants.range(reached, null)) {
            for (int i = 0; i < AT_ONCE && entries.hasNext(); i++) {
                KeyValue<String, byte[]> entry = entries.next();
                if (!entry.key.equals(reached)) {
                    visit(entry.key, entry.value);
                    reached = entry.key;
                }
            }
            return !entries.hasNext();
        }
    }

    private void visit(String key, byte[] value) {
        Head head = LedgerCodec.head(value);
        if (second) {
            sayAgain(head, key, value);
        } else {
            takeUp(head, key, value);
        }
    }

    private void takeUp(Head head, String key, byte[] value) {
        tally = tally.plus(head.tally());
        outgoing.noteTrouble(key, Tally.NOTHING, head.tally());
        noteSaid(head.saidAt());
        if (head.nextDue() != Deadlines.NEVER) {
            deadlines.ensure(new Due(head.nextDue(), key));
        }
        if (head.outstanding()) {
            Ledger ledger = LedgerCodec.read(MembershipKey.parse(key), value);
            // The life before may have sent it.
            ledger.grants().order().ifPresent(order -> outgoing.askAgain(order, ledger));
            alarms.set(key, outgoing.alarmAt(ledger), outgoing.now());
        }
    }

    /** What is said in this life needs no second saying: it leaves, or this life ends with it. */
    private void noteSaid(Instant at) {
        mark.saidAt(at);
        if (at.toEpochMilli() < began) {
            newest = Math.max(newest, at.toEpochMilli());
        }
    }

    private void sayAgain(Head head, String key, byte[] value) {
        if (head.saidAt().toEpochMilli() >= newest - Transition.KEPT.toMillis()) {
            MembershipKey about = MembershipKey.parse(key);
            Ledger ledger = LedgerCodec.read(about, value);
            outgoing.sayAgain(
                    ledger.lately().stream()
                            .filter(kept -> kept.time().toEpochMilli() < began)
                            .map(kept -> kept.said(about))
                            .toList());
        }
    }
}
