package dev.ephor.connector.scim;

import dev.ephor.connector.Exchanges;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Makes several calls at the same time; the pool of connections bounds how many really are. */
final class AtOnce {

    private AtOnce() {}

    /** The results in the order of the items. */
    static <T, R> List<R> each(List<T> items, Function<T, R> call) {
        if (items.size() < 2) {
            return items.stream().map(call).toList();
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> results =
                    items.stream()
                            .map(item -> threads.submit(Exchanges.handedOn(() -> call.apply(item))))
                            .toList();
            return results.stream().map(AtOnce::joined).toList();
        }
    }

    private static <R> R joined(Future<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calls were under way", e);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
