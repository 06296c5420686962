package dev.ephor.connector;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Listens to the requests that a connector makes of the other side during one call. A connector
 * says {@link #note} after each of them, whether anybody listens or not.
 */
public final class Exchanges {

    /**
     * How many of one call are kept: the first few, which say how it began, and the last ones,
     * which are those that decide; between them stands one that says how many were left out.
     */
    public static final int KEPT = 20;

    private static final int FIRST = 5;

    private static final ScopedValue<Recorder> LISTENER = ScopedValue.newInstance();

    private Exchanges() {}

    /**
     * What a call returned, and the exchanges that it took, in the order in which they ended.
     *
     * @param exchanges without secrets, each cut to a bounded length, {@link #KEPT} at most
     */
    public record Heard<R>(R result, List<Exchange> exchanges) {
        public Heard {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** Makes a call and listens to it. */
    public static <R, X extends Throwable> Heard<R> during(
            ScopedValue.CallableOp<? extends R, X> call) throws X {
        return during(List.of(), call);
    }

    /**
     * Makes a call and listens to it.
     *
     * @param secrets values that must not be read in any exchange, such as the token that the
     *     connector was opened with
     */
    public static <R, X extends Throwable> Heard<R> during(
            Collection<String> secrets, ScopedValue.CallableOp<? extends R, X> call) throws X {
        var recorder = new Recorder(new Redaction(secrets));
        R result = ScopedValue.where(LISTENER, recorder).call(call);
        return new Heard<>(result, recorder.heard());
    }

    /** Whether somebody listens: saves a connector the making of texts that nobody reads. */
    public static boolean areHeard() {
        return LISTENER.isBound();
    }

    /** Says that an exchange took place. Does nothing where nobody listens; never fails. */
    public static void note(Exchange exchange) {
        if (LISTENER.isBound()) {
            LISTENER.get().note(exchange);
        }
    }

    /**
     * The same task, heard by whoever listens now: for a connector that hands parts of a call to
     * threads of its own.
     */
    public static <T> Callable<T> handedOn(Callable<T> task) {
        if (!LISTENER.isBound()) {
            return task;
        }
        Recorder recorder = LISTENER.get();
        return () -> ScopedValue.where(LISTENER, recorder).call(task::call);
    }

    private static final class Recorder {
        private final Redaction redaction;
        private final List<Exchange> first = new ArrayList<>();
        private final Deque<Exchange> last = new ArrayDeque<>();
        private int leftOut;
        private Duration leftOutTook = Duration.ZERO;

        Recorder(Redaction redaction) {
            this.redaction = redaction;
        }

        synchronized void note(Exchange exchange) {
            if (first.size() < FIRST) {
                first.add(redaction.of(exchange));
                return;
            }
            last.add(exchange);
            if (FIRST + 1 + last.size() > KEPT) {
                leftOut++;
                leftOutTook = leftOutTook.plus(last.remove().took());
            }
        }

        synchronized List<Exchange> heard() {
            var heard = new ArrayList<>(first);
            if (leftOut > 0) {
                heard.add(Exchange.leftOut(leftOut, leftOutTook));
            }
            last.forEach(exchange -> heard.add(redaction.of(exchange)));
            return List.copyOf(heard);
        }
    }
}
