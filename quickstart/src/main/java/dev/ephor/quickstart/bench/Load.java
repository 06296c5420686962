package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Sends activations at an even rate. */
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
     * @param refusal what the answer says then
     */
    record Asked(
            Person person,
            long sentNanos,
            long answeredNanos,
            int status,
            String id,
            String refusal) {}

    /** One activation for each person, so many a second. */
    List<Asked> send(List<Person> people, double perSecond) throws InterruptedException {
        return OpenLoop.send(
                Pace.even(perSecond, people.size()), (number, _) -> ask(people.get(number)));
    }

    private Asked ask(Person person) {
        Requester requester = requesters.apply(person);
        Wish wish = new Wish(person.id(), group, window, "load of the benchmark", null);
        long sent = System.nanoTime();
        Reply reply = requester.activate(wish);
        return new Asked(
                person,
                sent,
                System.nanoTime(),
                reply.status(),
                reply.body().path("id").asText(),
                reply.body().path("error").path("message").asText());
    }
}
