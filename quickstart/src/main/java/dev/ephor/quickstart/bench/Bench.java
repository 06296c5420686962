package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.bench.Load.Asked;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * {@code ./ephor bench}: activations at a steady rate, then a burst for one application, then
 * restarts of membership-service; latencies by the clocks of those in whom they take effect, and
 * what the processes cost.
 */
public final class Bench {
    public static final int PEOPLE = 1_000;

    private static final int LIGHT = 200;
    private static final double LIGHT_RATE = 10;
    private static final double STEADY_RATE = 50;
    private static final double BURST_RATE = 100;
    private static final Duration WINDOW = Duration.ofMinutes(60);

    private final Platform platform;
    private final World world;
    private final PrintStream out;
    private final Map<Person, Requester> requesters = new HashMap<>();

    public Bench(Platform platform, World world, PrintStream out) {
        this.platform = platform;
        this.world = world;
        this.out = out;
        world.crowd().forEach(person -> requesters.put(person, requesterAtService(person)));
    }

    /** The world that the benchmark needs. */
    public static World world() {
        return Crowd.world(PEOPLE);
    }

    /** Runs it; true when every activation was confirmed. */
    public boolean run() throws InterruptedException {
        out.printf("%nWarming up: %d activations at %.0f a second%n", PEOPLE, STEADY_RATE);
        measure(Crowd.warmUp(world), world.crowd(), STEADY_RATE, false);
        out.printf("%nLight: %d activations at %.0f a second%n", LIGHT, LIGHT_RATE);
        boolean light =
                measure(Crowd.light(world), world.crowd().subList(0, LIGHT), LIGHT_RATE, true);
        var before = platform.usages();
        out.printf("%nSteady: %d activations at %.0f a second%n", PEOPLE, STEADY_RATE);
        boolean steady = measure(Crowd.steady(world), world.crowd(), STEADY_RATE, true);
        new UsageTable(out).print(before, platform.usages());
        out.printf(
                "%nBurst: %d activations at %.0f a second, one application%n", PEOPLE, BURST_RATE);
        boolean burst = measure(Crowd.burst(world), world.crowd(), BURST_RATE, true);
        boolean restarts = new Restarts(platform, Crowd.restart(world), world.crowd(), out).run();
        return light && steady && burst && restarts;
    }

    private boolean measure(ManagedGroup group, List<Person> people, double rate, boolean tell)
            throws InterruptedException {
        List<Asked> asked = new Load(this::requester, group.id(), WINDOW).send(people, rate);
        long refused = asked.stream().filter(a -> a.status() != 201).count();
        var arrivals = new Arrivals(platform, group);
        boolean all = arrivals.awaitAll(people, Duration.ofSeconds(60)) && refused == 0;
        List<JsonNode> views = new Views(this::requester).awaitActive(asked);
        if (tell) {
            tell(asked, arrivals, views);
        }
        if (!all) {
            out.printf(
                    "  NOT ALL CONFIRMED: %d refused, %d of %d at App1%n",
                    refused, arrivals.count(), people.size());
            asked.stream()
                    .filter(a -> a.status() != 201)
                    .collect(Collectors.groupingBy(Bench::refusal, Collectors.counting()))
                    .forEach((why, times) -> out.printf("    %d times %s%n", times, why));
        }
        return all;
    }

    private static String refusal(Asked asked) {
        return asked.status() + ": " + asked.refusal();
    }

    private void tell(List<Asked> asked, Arrivals arrivals, List<JsonNode> views) {
        line("POST -> its answer", asked, a -> a.answeredNanos() - a.sentNanos());
        line(
                "POST -> member at the directory (its clock)",
                asked,
                a -> arrivals.atDirectory(a.person()) - a.sentNanos());
        line(
                "POST -> member at App1 (its clock)",
                asked,
                a -> arrivals.atApplication(a.person()) - a.sentNanos());
        for (Leg leg : Leg.ALL) {
            out.printf("  %-46s %s%n", leg.name(), leg.distribution(views));
        }
        long lastPost = asked.stream().mapToLong(Asked::sentNanos).max().orElseThrow();
        out.printf(
                "  last POST -> last member at App1: %.0f ms%n",
                (arrivals.lastAtApplication() - lastPost) / 1e6);
    }

    private void line(String name, List<Asked> asked, ToLongFunction<Asked> nanos) {
        out.printf(
                "  %-46s %s%n",
                name,
                new Distribution(asked.stream().map(a -> nanos.applyAsLong(a) / 1e6).toList()));
    }

    /** Past the gateway, which is the quickstart's own and not what is measured. */
    private Requester requesterAtService(Person person) {
        return new Requester(
                platform.service(ServiceName.REQUEST.text()).url(),
                platform.issuer().token(person.name(), SignIn.MFA));
    }

    private Requester requester(Person person) {
        return Objects.requireNonNull(requesters.get(person));
    }

    static Instant instant(JsonNode node) {
        return Instant.parse(node.asText());
    }
}
