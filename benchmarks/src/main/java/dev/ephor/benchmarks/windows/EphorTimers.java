package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Line;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Topics;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ephor's windows: opened, granted in the directory and read back before they count as set; fired
 * when a consumer of {@code ephor.memberships} hears that they ended.
 */
final class EphorTimers implements Timers {
    /** Approvals said and not yet granted, at most: a queue is not what is measured. */
    private static final int UNDER_WAY = 4_000;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(12);
    private static final int TELL_EVERY = 100_000;

    private record Fires(Firings ends, Firings removals, int number) {}

    private final Instance instance;
    private final Line line;
    private final PrintStream out;
    private final Map<Integer, Fires> waiting = new ConcurrentHashMap<>();
    private final Set<Integer> opening = ConcurrentHashMap.newKeySet();
    private final Semaphore room = new Semaphore(UNDER_WAY);
    private final AtomicInteger windows = new AtomicInteger();
    private Firings removals = new Firings(List.of());
    private int filled;
    private double openedPerSecond = 100;

    EphorTimers(Instance instance, PrintStream out) {
        this.instance = instance;
        this.out = out;
        this.line = new Line(instance.brokers(), Topics.MEMBERSHIPS, this::heard);
    }

    Line line() {
        return line;
    }

    @Override
    public String name() {
        return "Ephor, window to event";
    }

    @Override
    public String durability() {
        return "a Kafka append on one broker, not flushed; each window also granted in a directory and read back";
    }

    @Override
    public void fill(int pending) throws InterruptedException {
        if (pending > filled) {
            fillUp(pending);
        }
    }

    private void fillUp(int pending) throws InterruptedException {
        Instant began = Instant.now();
        int more = pending - filled;
        for (int i = 0; i < more; i++) {
            open(Instant.now().plus(LONG));
            if (i % TELL_EVERY == TELL_EVERY - 1) {
                out.printf("  %,d windows live%n", filled + i + 1);
            }
        }
        settle();
        filled = pending;
        openedPerSecond = rate(more, began);
        out.printf(
                "  %,d windows live; opened, granted and read back at %,.0f a second%n",
                pending, openedPerSecond);
    }

    @Override
    public Duration lead(int count) {
        return Duration.ofSeconds(10 + (long) (2 * count / openedPerSecond));
    }

    @Override
    public void set(List<Due> dues, Firings firings) throws InterruptedException {
        Instant began = Instant.now();
        removals = new Firings(dues);
        for (Due due : dues) {
            waiting.put(windows.get(), new Fires(firings, removals, due.number()));
            open(due.at());
        }
        settle();
        if (dues.size() >= UNDER_WAY) {
            openedPerSecond = rate(dues.size(), began);
        }
    }

    private static double rate(int opened, Instant began) {
        return opened / (Duration.between(began, Instant.now()).toMillis() / 1e3);
    }

    /** When the directory was heard to have been read back, of the last run. */
    Firings removals() {
        return removals;
    }

    private void open(Instant end) throws InterruptedException {
        if (!room.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "membership-service granted nothing for " + PATIENCE.toSeconds() + " s");
        }
        int window = windows.getAndIncrement();
        opening.add(window);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = Keys.activation(window);
        line.say(
                id,
                new ActivationApproved(Keys.of(window), id, null, now, end, now, List.of(), null));
    }

    /** Waits until everything that was said is granted. */
    private void settle() throws InterruptedException {
        line.flush();
        if (!room.tryAcquire(UNDER_WAY, PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    "membership-service did not grant everything within %d s; %d are left"
                            .formatted(PATIENCE.toSeconds(), UNDER_WAY - room.availablePermits()));
        }
        room.release(UNDER_WAY);
    }

    private void heard(String type, String activation) {
        int window = Keys.window(activation);
        switch (type) {
            case "dev.ephor.activation.granted.v1" -> {
                // After a restart it is said again.
                if (opening.remove(window)) {
                    room.release();
                }
            }
            case "dev.ephor.activation.expired.v1" ->
                    Optional.ofNullable(waiting.get(window))
                            .ifPresent(fires -> fires.ends.fired(fires.number));
            case "dev.ephor.membership.removed.v1" ->
                    Optional.ofNullable(waiting.remove(window))
                            .ifPresent(fires -> fires.removals.fired(fires.number));
            default -> {
                // WindowOpened comes before Granted.
            }
        }
    }

    /** It never rests. */
    @Override
    public void begin() {}

    /** The directory is still being told; what comes next is not to be measured beside that. */
    @Override
    public void rest() throws InterruptedException {
        removals.awaitAll(PATIENCE);
    }

    @Override
    public Duration cpu() {
        return instance.cpu();
    }

    @Override
    public void close() {
        line.close();
    }
}
