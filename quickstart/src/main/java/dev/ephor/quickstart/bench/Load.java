package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Sends activations at an even rate, without waiting for answers: a slow answer does not slow the
 * rest down.
 */
final class Load {
    private final Function<Person, Requester> requesters;
    private final String group;
    private final Duration window;

    Load(Function<Person, Requester> requesters, String group, Duration window) {
        this.requesters = requesters;
        this.group = group;
        this.window = window;
    }

    /**
     * An activation that was asked for.
     *
     * @param sentNanos {@link System#nanoTime()} just before the request left
     * @param answeredNanos and just after its answer came
     * @param id the activation; empty when it was refused
     */
    record Asked(Person person, long sentNanos, long answeredNanos, int status, String id) {}

    /** One activation for each person, so many a second. */
    List<Asked> send(List<Person> people, double perSecond) throws InterruptedException {
        List<Future<Asked>> sent = new ArrayList<>();
        long between = (long) (1_000_000_000 / perSecond);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people.size(); i++) {
                parkUntil(start + i * between);
                Person person = people.get(i);
                sent.add(threads.submit((Callable<Asked>) () -> ask(person)));
            }
        }
        return sent.stream().map(Load::done).toList();
    }

    private Asked ask(Person person) {
        Requester requester = requesters.apply(person);
        Wish wish = new Wish(person.id(), group, window, "load of the benchmark", null);
        long sent = System.nanoTime();
        Reply reply = requester.activate(wish);
        return new Asked(
                person, sent, System.nanoTime(), reply.status(), reply.body().path("id").asText());
    }

    private static void parkUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Asked done(Future<Asked> future) {
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
