package dev.ephor.quickstart.bench;

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
import java.util.List;
import java.util.Optional;

/**
 * How soon memberships end again after membership-service was restarted while their windows ended.
 */
final class Restarts {
    private static final Duration WINDOW = Duration.ofSeconds(6);

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
        boolean active =
                Polling.until(
                                Duration.ofSeconds(20),
                                () -> requester.activation(id),
                                view -> view.path("state").asText().equals("active"))
                        .isPresent();
        ServiceProcess membership = platform.service("membership-service");
        long down = System.nanoTime();
        end.accept(membership);
        long started = System.nanoTime();
        membership.start();
        long ready = System.nanoTime();
        Optional<Journal.Entry<DirectoryEffect>> removed =
                platform.entra()
                        .journal()
                        .await(0, e -> isRemoval(e, person), Duration.ofSeconds(60));
        out.printf(
                "  %-12s stopped %5d ms, start to ready %5d ms, removed at the directory %5d ms after ready%n",
                how,
                millis(started - down),
                millis(ready - started),
                removed.map(e -> millis(e.nanoTime() - ready)).orElse(-1L));
        return active && removed.isPresent();
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
