package dev.ephor.quickstart.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends calls when they are due, without waiting for answers: a slow answer does not slow the rest
 * down, and whatever delays the sending counts when the time is taken from when the call was due.
 */
final class OpenLoop {
    private OpenLoop() {}

    /** One call; it blocks until its answer is there. */
    interface Call<T> {
        /**
         * @param dueNanos when it should have left, by {@link System#nanoTime()}
         */
        T send(int number, long dueNanos);
    }

    /**
     * @param due {@link Pace}
     * @return the answers, in the order of the calls
     */
    static <T> List<T> send(long[] due, Call<T> call) throws InterruptedException {
        List<Future<T>> sent = new ArrayList<>();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < due.length; i++) {
                int number = i;
                long at = start + due[i];
                parkUntil(at);
                sent.add(threads.submit((Callable<T>) () -> call.send(number, at)));
            }
        }
        return sent.stream().map(OpenLoop::done).toList();
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static <T> T done(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a request of the load failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
