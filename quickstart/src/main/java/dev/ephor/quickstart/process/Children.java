package dev.ephor.quickstart.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * All child processes of this one, and what else must be closed. They end when this is closed, or
 * with this process: the last started first, those started together at once.
 */
public final class Children implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Deque<List<Runnable>> endings = new ArrayDeque<>();
    private final List<Child> running = new ArrayList<>();
    private final Thread hook = new Thread(this::endAll, "children-end");

    public Children() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public Child start(ChildSpec spec) {
        return startTogether(List.of(spec)).getFirst();
    }

    public synchronized List<Child> startTogether(List<ChildSpec> specs) {
        List<Child> started = new ArrayList<>();
        List<Runnable> together = new ArrayList<>();
        endings.push(together);
        for (ChildSpec spec : specs) {
            Child child = Child.start(spec);
            started.add(child);
            running.add(child);
            // By name, since the child that then runs may be a later one.
            together.add(() -> stop(spec.name()));
        }
        return started;
    }

    /** Stops or has killed the child of that name and starts it anew. */
    public Child restart(String name) {
        return restart(name, UnaryOperator.identity());
    }

    /** The same with something changed, which stays so. */
    public synchronized Child restart(String name, UnaryOperator<ChildSpec> change) {
        Child old = child(name);
        old.stop(PATIENCE);
        Child fresh = Child.start(change.apply(old.spec()));
        running.set(running.indexOf(old), fresh);
        return fresh;
    }

    public synchronized Child child(String name) {
        return running.stream()
                .filter(child -> child.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("No child is called '" + name + "'"));
    }

    public synchronized List<Child> all() {
        return List.copyOf(running);
    }

    /** Closes something that is no process, in its turn: before what was started before it. */
    public synchronized <T extends AutoCloseable> T closing(T thing) {
        endings.push(List.of(() -> close(thing)));
        return thing;
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // Then the hook runs, and finds nothing left to do.
        }
    }

    private synchronized void endAll() {
        while (!endings.isEmpty()) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                endings.pop().forEach(threads::submit);
            }
        }
    }

    private void stop(String name) {
        // Not child(name): the lock is held by who waits for this.
        running.stream()
                .filter(child -> child.name().equals(name))
                .forEach(child -> child.stop(PATIENCE));
    }

    private static void close(AutoCloseable thing) {
        try {
            thing.close();
        } catch (Exception e) {
            System.err.println("Could not close " + thing + ": " + e);
        }
    }
}
