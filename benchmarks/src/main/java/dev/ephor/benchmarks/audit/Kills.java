package dev.ephor.benchmarks.audit;

import dev.ephor.benchmarks.Pause;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * {@code ./ephor bench audit --kill SECONDS}: kills the service at random moments while events
 * come, and looks afterwards whether the log has each of them once, in one history.
 */
public final class Kills implements AutoCloseable {
    private static final int PER_SECOND = 500;
    private static final int LONGEST_LIFE_MILLIS = 6_000;
    private static final Duration GIVE_UP = Duration.ofMinutes(5);

    private final PrintStream out;
    private final Duration length;
    private final AuditLog log;
    private final Records records;
    private final long seed = System.nanoTime();
    private volatile boolean done;
    private int kills;

    private Kills(Duration length, PrintStream out) {
        this.out = out;
        this.length = length;
        this.log = new AuditLog(out);
        this.records = new Records(log.brokers());
    }

    /** Starts everything; what was started ends with {@link #close}, also on Ctrl-C. */
    public static Kills start(Duration length, PrintStream out) {
        return new Kills(length, out);
    }

    /** Runs it; true when nothing is missing, double or of another history. */
    public boolean run() throws InterruptedException {
        log.start(true);
        Thread sending = Thread.ofPlatform().name("sending").start(this::send);
        var random = new Random(seed);
        Instant end = Instant.now().plus(length);
        while (Instant.now().isBefore(end)) {
            Pause.until(Instant.now().plusMillis(random.nextInt(LONGEST_LIFE_MILLIS)));
            log.kill();
            kills++;
            log.start(true);
        }
        done = true;
        sending.join();
        settle();
        return report();
    }

    private void send() {
        Instant began = Instant.now();
        try {
            for (long i = 0; !done; i++) {
                Pause.until(began.plusNanos(i * 1_000_000_000L / PER_SECOND));
                records.typical();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        records.flush();
    }

    private void settle() throws InterruptedException {
        Instant end = Instant.now().plus(GIVE_UP);
        while ((log.size() < records.sent() || log.behind() > 0) && Instant.now().isBefore(end)) {
            Pause.until(Instant.now().plusMillis(200));
        }
    }

    private boolean report() {
        long missing = records.sent() - log.distinct();
        long doubled = log.size() - log.distinct();
        long broken = log.brokenLinks();
        long unpublished = log.behind();
        out.printf(
                "%d kills in %d s, seed %d: %d events sent, %d sealed; missing %d, double %d, links"
                        + " broken %d, not yet published or filed %d%n",
                kills,
                length.toSeconds(),
                seed,
                records.sent(),
                log.size(),
                missing,
                doubled,
                broken,
                unpublished);
        return missing == 0 && doubled == 0 && broken == 0 && unpublished == 0 && log.isWhole();
    }

    @Override
    public void close() {
        records.close();
        log.close();
    }
}
