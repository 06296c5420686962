package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Measures.Tally;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.Order;
import dev.ephor.membership.kafka.Deadlines.Due;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The two stores of a task, kept together.
 *
 * <p>The order of writes is what makes a crash between two of them harmless: a new deadline first
 * (one too many is harmless, one too few is an overstay), then the ledger with what will be said,
 * then the old deadline goes, then it is said, then the directory is asked; what a crash kept from
 * being said, {@link Resuming} says again. Each of these steps but the last waits for a broker that
 * is away; {@link Untold} tells the watchdog what they hold up.
 */
final class Books {
    private final KeyValueStore<String, byte[]> grants;
    private final Deadlines deadlines;
    private final Outgoing outgoing;
    private final Resuming resuming;
    private final Alarms alarms;

    Books(
            KeyValueStore<String, byte[]> grants,
            Deadlines deadlines,
            Outgoing outgoing,
            Resuming resuming,
            Alarms alarms) {
        this.alarms = alarms;
        this.grants = grants;
        this.deadlines = deadlines;
        this.outgoing = outgoing;
        this.resuming = resuming;
    }

    Ledger of(MembershipKey key) {
        byte @Nullable [] bytes = grants.get(key.toString());
        return bytes == null ? Ledger.none(key) : LedgerCodec.read(key, bytes);
    }

    void turn(Transition t) {
        if (!t.news()) {
            return;
        }
        Optional<Due> before = t.before().due();
        Optional<Due> after = t.after().due();
        String key = t.after().grants().key().toString();
        Optional<Order> order = order(t);
        order.filter(o -> !o.present()).ifPresent(outgoing::decide);
        if (!after.equals(before)) {
            after.ifPresent(deadlines::put);
        }
        grants.put(key, LedgerCodec.write(t.after()));
        if (!after.equals(before)) {
            before.ifPresent(deadlines::remove);
        }
        outgoing.say(t.said());
        count(key, t);
        Optional<Instant> alarm = outgoing.alarmAt(t.after());
        if (!alarm.equals(outgoing.alarmAt(t.before()))) {
            alarms.set(key, alarm, outgoing.now());
        }
        ask(order, t);
    }

    /** What the directory is to be asked for now, and was not before. */
    private static Optional<Order> order(Transition t) {
        Optional<Order> before = t.before().grants().order();
        return t.after()
                .grants()
                .order()
                .filter(order -> before.isEmpty() || !order.sameAs(before.get()));
    }

    /** What is not confirmed is asked of every directory until then, and not beyond. */
    private void askForBound(Order order, Ledger after) {
        if (after.grants().outstanding()) {
            outgoing.ask(order, after);
        } else {
            outgoing.askForBound(order, after);
        }
    }

    private void count(String key, Transition t) {
        Tally before = LedgerCodec.tally(t.before().grants());
        Tally after = LedgerCodec.tally(t.after().grants());
        resuming.count(key, after.minus(before));
        outgoing.noteTrouble(key, before, after);
    }

    private void ask(Optional<Order> order, Transition t) {
        Grants after = t.after().grants();
        if (order.isPresent()) {
            outgoing.ask(order.get(), t.after());
        } else {
            Instant now = Instant.ofEpochMilli(outgoing.now());
            after.orderOfBound(t.before().grants(), now).ifPresent(o -> askForBound(o, t.after()));
        }
        if (t.attested()) {
            outgoing.release(t.after().grants().key());
        }
    }
}
