package dev.ephor.quickstart.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does many things, a few at once, and tells how far it is. */
record Crew(String what, PrintStream out) {
    private static final int AT_ONCE = 8;
    private static final int TELL_EVERY = 1_000;

    /**
     * @return what came of each, in their order
     * @throws IllegalStateException when one of them failed
     */
    <A, B> List<B> each(List<A> all, Function<A, B> work) {
        long begun = System.nanoTime();
        List<Future<B>> begunWork = new ArrayList<>();
        List<B> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            all.forEach(one -> begunWork.add(threads.submit(() -> work.apply(one))));
            for (Future<B> one : begunWork) {
                done.add(one.get());
                if (done.size() % TELL_EVERY == 0 || done.size() == all.size()) {
                    double seconds = (System.nanoTime() - begun) / 1e9;
                    out.printf("  %5.1f s  %d of %d %s%n", seconds, done.size(), all.size(), what);
                }
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("%s: %s".formatted(what, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return done;
    }
}
