package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.kit.time.Stop;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Runs the followers of the log, each on a thread of its own. They sleep until a commit wakes them.
 * Of several instances whichever is free takes the next entries, one at a time; killed anywhere,
 * the follower is where its last transaction left it.
 */
@ApplicationScoped
public class Following {
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private static final int BEFORE_WHAT_THEY_USE = 1;

    private final List<LogFollower> followers;
    private final List<LogListener> listeners;
    private final FollowedLog log;
    private final Stop stop = new Stop();
    private final List<FollowerLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    Following(
            @All List<LogFollower> followers,
            @All List<LogListener> listeners,
            FollowedLog log,
            @ConfigProperty(name = "ephor.audit.following") boolean isWanted) {
        this.followers = isWanted ? followers : List.of();
        this.listeners = listeners;
        this.log = log;
    }

    /** How a look at the log ended. */
    enum Look {
        /** There may be more. */
        TOOK,
        NOTHING_NEW,
        /** Another instance is at it. */
        ELSEWHERE
    }

    void start(@Observes StartupEvent event) {
        for (LogFollower follower : followers) {
            log.introduce(follower.name());
            var loop = new FollowerLoop(follower.name(), () -> look(follower), stop);
            loops.add(loop);
            threads.add(Thread.ofVirtual().name("follower-" + follower.name()).start(loop));
        }
        threads.add(Thread.ofVirtual().name("follower-bell").start(this::listen));
    }

    void stop(@Observes @Priority(BEFORE_WHAT_THEY_USE) ShutdownEvent event)
            throws InterruptedException {
        stop.request();
        ring();
        for (Thread thread : threads) {
            if (!thread.join(GOODBYE)) {
                thread.interrupt();
            }
        }
    }

    /** The sequence that a follower takes next. */
    public long position(String follower) {
        return log.position(follower);
    }

    private void listen() {
        log.listen(stop, this::ring);
    }

    private void ring() {
        loops.forEach(FollowerLoop::wake);
        listeners.forEach(LogListener::sealed);
    }

    private Look look(LogFollower follower) {
        return QuarkusTransaction.requiringNew().call(() -> takeNext(follower));
    }

    private Look takeNext(LogFollower follower) {
        OptionalLong position = log.lock(follower.name());
        if (position.isEmpty()) {
            return Look.ELSEWHERE;
        }
        List<Entry> next = log.from(position.getAsLong(), LogFollower.MOST);
        if (next.isEmpty()) {
            return Look.NOTHING_NEW;
        }
        follower.take(next);
        log.move(follower.name(), next.getLast().sequence() + 1);
        return Look.TOOK;
    }
}
