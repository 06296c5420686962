package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.http.Journal;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceProcess;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How soon memberships end again after membership-service was restarted while their windows ended.
 */
final class Restarts {
    private static final Duration WINDOW = Duration.ofSeconds(4);

    private final Platform platform;
    private final ManagedGroup group;
    private final List<Person> people;
    private final PrintStream out;

    Restarts(Platform platform, ManagedGroup group, List<Person> people, PrintStream out) {
        this.platform = platform;
        this.group = group;
        this.people = people;
        this.out = out;
    }

    boolean run() throws InterruptedException {
        out.printf("%nRestart of membership-service while a window ends%n");
        boolean clean = restart("clean stop", people.get(0), ServiceProcess::stop);
        boolean killed = restart("kill -9", people.get(1), ServiceProcess::kill);
        return clean && killed;
    }

    private boolean restart(
            String how, Person person, java.util.function.Consumer<ServiceProcess> end)
            throws InterruptedException {
        Requester requester = platform.requester(person, SignIn.MFA);
        Reply reply =
                requester.activate(
                        new Wish(person.id(), group.id(), WINDOW, "load of the benchmark", null));
        String id = reply.body().path("id").asText();
        Optional<JsonNode> active =
                Polling.until(
                        Duration.ofSeconds(20),
                        () -> requester.activation(id),
                        view -> view.path("state").asText().equals("active"));
        ServiceProcess membership = platform.service("membership-service");
        long down = System.nanoTime();
        end.accept(membership);
        long started = System.nanoTime();
        membership.start();
        Instant ready = Instant.now();
        Optional<Journal.Entry<DirectoryEffect>> removed =
                platform.entra()
                        .journal()
                        .await(0, e -> isRemoval(e, person), Duration.ofSeconds(60));
        Instant windowEnd =
                active.map(view -> Bench.instant(view.path("window").path("end"))).orElse(ready);
        Instant due = windowEnd.isAfter(ready) ? windowEnd : ready;
        out.printf(
                "  %-12s stopped %5d ms, start to ready %5d ms, removed at the directory %5d ms after it was due and the service ready%n",
                how,
                millis(started - down),
                millis(System.nanoTime() - started)
                        - Duration.between(ready, Instant.now()).toMillis(),
                removed.map(e -> Duration.between(due, e.at()).toMillis()).orElse(-1L));
        return active.isPresent() && removed.isPresent();
    }

    private boolean isRemoval(DirectoryEffect effect, Person person) {
        return effect.change() == DirectoryEffect.Change.REMOVE
                && effect.group().equals(group.id())
                && effect.principal().equals(person.id());
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
