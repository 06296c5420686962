package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.RetryRequested;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.membership.domain.MembershipDecider;
import dev.ephor.membership.kafka.Deadlines.Due;
import dev.ephor.membership.kafka.Outgoing.MisplacedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * One task: folds what is heard into the state of its key, and lets time do the same when something
 * is due. A timer changes nothing by itself; it asks the decider, as everybody does.
 */
final class MembershipProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    /** Deadlines in one pass, so that records and commits have their turn. */
    static final int AT_ONCE = 500;

    /** What is said after this would hide what was said before; see {@link Transition#KEPT}. */
    private static final Duration LONGEST_TURN = Transition.KEPT.dividedBy(2);

    private final Collaborators with;
    private final Alarms alarms = new Alarms();
    private @Nullable Books books;
    private @Nullable Deadlines deadlines;
    private @Nullable Resuming resuming;
    private @Nullable SaidMark mark;
    private @Nullable Outgoing outgoing;
    private @Nullable ProcessorContext<byte[], byte[]> context;

    MembershipProcessor(Collaborators with) {
        this.with = with;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> given) {
        context = given;
        KeyValueStore<String, byte[]> grants = given.getStateStore(MembershipTopology.GRANTS);
        KeyValueStore<Bytes, byte[]> times = given.getStateStore(MembershipTopology.DEADLINES);
        outgoing = new Outgoing(given, with);
        deadlines = new Deadlines(times);
        mark = new SaidMark(times);
        resuming = new Resuming(grants, deadlines, outgoing, mark, alarms);
        books = new Books(grants, deadlines, outgoing, resuming, alarms);
        look();
        given.schedule(Duration.ofMillis(1), PunctuationType.WALL_CLOCK_TIME, _ -> timePasses());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        // What is over goes before what is said meanwhile: a burst of ends brings as many answers
        // of the directory, behind which the rest of it would wait.
        fireDue(with.clock().instant());
        try {
            Optional<Envelope<? extends AboutMembership>> heard = outgoing().read(record);
            if (heard.isPresent() && MembershipDecider.heeds(heard.get().data())) {
                Transition turned = decide(heard.get());
                turn(turned);
                if (turned.news() && heard.get().data() instanceof RetryRequested retry) {
                    outgoing().retry(retry.key());
                }
            }
        } catch (UnreadableEvent | MisplacedEvent | Undecidable e) {
            outgoing().bury(record, String.valueOf(e.getMessage()));
        }
        outgoing().askNow();
        look();
    }

    @Override
    public void close() {
        if (context != null) {
            with.dueTimes().forget(context.taskId());
            with.directories().drop(context.taskId().partition());
            with.measures().drop(context.taskId().partition());
            with.troubles().drop(context.taskId().partition());
            with.untold().drop(context.taskId().partition());
        }
    }

    private Transition decide(Envelope<? extends AboutMembership> heard) throws Undecidable {
        try {
            Ledger ledger = books().of(heard.data().key());
            return Transition.hearing(with.decider(), ledger, heard, with.clock().instant());
        } catch (KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new Undecidable(e);
        }
    }

    /**
     * @throws Stalled when the broker was away for so long that what was said now would be too old,
     *     beside what is said next, to be said again after a crash: a new life begins with that
     */
    private void turn(Transition transition) {
        Instant began = with.clock().instant();
        books().turn(transition);
        Duration took = Duration.between(began, with.clock().instant());
        if (took.compareTo(LONGEST_TURN) > 0) {
            outgoing().askNow();
            throw new Stalled(took);
        }
        if (!transition.said().isEmpty()) {
            Objects.requireNonNull(mark).saidAt(transition.after().saidAt());
        }
    }

    private void timePasses() {
        Instant now = with.clock().instant();
        fireDue(now);
        alarms.dueBy(now.toEpochMilli(), AT_ONCE)
                .forEach(due -> ring(MembershipKey.parse(due.key()), now));
        if (Objects.requireNonNull(resuming).goOn()) {
            Objects.requireNonNull(mark).timePasses(now.toEpochMilli());
        }
        outgoing().askNow();
        look();
    }

    private void fireDue(Instant now) {
        Deadlines times = Objects.requireNonNull(deadlines);
        if (times.next() <= now.toEpochMilli()) {
            times.dueBy(now.toEpochMilli(), AT_ONCE).forEach(due -> fire(due, now));
        }
    }

    private void fire(Due due, Instant now) {
        Ledger ledger = books().of(MembershipKey.parse(due.key()));
        Transition passed = Transition.ofTime(with.decider(), ledger, now);
        turn(passed);
        // A crash between the two stores can leave an entry behind that nothing hangs on.
        if (!passed.before().due().equals(Optional.of(due))) {
            Objects.requireNonNull(deadlines).remove(due);
        }
    }

    private void ring(MembershipKey key, Instant now) {
        turn(Transition.ofAge(with.decider(), books().of(key), now));
    }

    /** Says when this task wants to be woken. */
    private void look() {
        boolean resumed = Objects.requireNonNull(resuming).isDone();
        with.dueTimes().set(Objects.requireNonNull(context).taskId(), resumed ? next() : 0);
    }

    private long next() {
        long stored =
                Math.min(
                        Objects.requireNonNull(deadlines).next(),
                        Objects.requireNonNull(mark).next());
        return Math.min(stored, alarms.next());
    }

    private Books books() {
        return Objects.requireNonNull(books);
    }

    private Outgoing outgoing() {
        return Objects.requireNonNull(outgoing);
    }

    /** Ends this life of the task. */
    private static final class Stalled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stalled(Duration took) {
            super("The broker took nothing for %d s; beginning anew".formatted(took.toSeconds()));
        }
    }

    /** A fault of ours over this one event: it must not stop the partition. */
    private static final class Undecidable extends Exception {
        private static final long serialVersionUID = 1L;

        Undecidable(RuntimeException cause) {
            super("It cannot be decided about: " + cause, cause);
        }
    }
}
