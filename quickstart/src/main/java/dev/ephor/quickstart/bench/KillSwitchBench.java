package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.client.ConfigurationClient;
import dev.ephor.quickstart.client.HttpCalls;
import dev.ephor.quickstart.client.HttpCalls.Reply;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.client.Responder;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.ServiceName;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import dev.ephor.quickstart.world.Seeding;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * {@code ./ephor bench killswitch}: somebody with twenty live activations over three applications
 * loses all of them by one call; how long until each is gone, and confirmed to be gone.
 */
public final class KillSwitchBench {
    public static final int REPEATS = 20;

    private static final int ACTIVATIONS = 20;
    private static final int APPLICATIONS = 3;
    private static final Duration WINDOW = Duration.ofMinutes(30);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WARM_UP = 2;

    private final Platform platform;
    private final World world;
    private final PrintStream out;
    private final Person person;
    private final Requester requester;
    private final Responder responder;
    private final List<Double> answered = new ArrayList<>();
    private final List<Double> directory = new ArrayList<>();
    private final List<Double> application = new ArrayList<>();
    private final List<Double> confirmed = new ArrayList<>();

    public KillSwitchBench(Platform platform, World world, PrintStream out) {
        this.platform = platform;
        this.world = world;
        this.out = out;
        this.person = world.crowd().getFirst();
        String url = platform.service(ServiceName.REQUEST.text()).url();
        this.requester = new Requester(url, platform.issuer().token(person.name(), SignIn.MFA));
        this.responder =
                new Responder(url, platform.issuer().token(World.RESPONDER.name(), SignIn.MFA));
    }

    /** The world that it needs: one person, eligible for twenty groups. */
    public static World world() {
        return Crowd.ofOne(ACTIVATIONS);
    }

    /** Runs it; true when all was confirmed each time. */
    public boolean run(int repeats) {
        String token = Platform.APP1_TOKEN;
        try (ScimApplication second = ScimApplication.start(0, token);
                ScimApplication third = ScimApplication.start(0, token)) {
            for (ScimApplication app : List.of(second, third)) {
                Seeding.application(new HttpCalls(token), app.scimUrl(), world);
            }
            spread(second, third);
            var applications = List.of(platform.app1(), second, third);
            out.printf(
                    "%nA person with %d live activations over %d applications, one POST; %d times after %d to warm up%n",
                    ACTIVATIONS, APPLICATIONS, repeats, WARM_UP);
            boolean all = true;
            for (int i = -WARM_UP; i < repeats; i++) {
                all &= once(applications, i >= 0);
            }
            tell();
            return all;
        }
    }

    private boolean once(List<ScimApplication> applications, boolean counts) {
        activateAll();
        var departures = new Departures(platform.entra(), applications);
        long posted = System.nanoTime();
        Reply reply = responder.revoke(person.id(), false);
        long answer = System.nanoTime();
        JsonNode report = responder.awaitCompleted(reply.body().path("id").asText(), PATIENCE);
        long seen = System.nanoTime();
        boolean whole =
                report.path("status").asText().equals("completed")
                        && report.path("confirmed").asInt() == ACTIVATIONS
                        && departures.count() == 2 * ACTIVATIONS;
        if (!whole) {
            out.printf("  NOT ALL CONFIRMED: %s%n", report);
        } else if (counts) {
            answered.add((answer - posted) / 1e6);
            directory.add((departures.lastNanosAtDirectory() - posted) / 1e6);
            application.add((departures.lastNanosAtApplications() - posted) / 1e6);
            confirmed.add((seen - posted) / 1e6);
        }
        return whole;
    }

    private void activateAll() {
        List<String> ids = world.moreGroups().stream().map(this::activated).toList();
        for (String id : ids) {
            if (!becomesActive(id)) {
                throw new IllegalStateException("an activation is not active: " + id);
            }
        }
    }

    private boolean becomesActive(String id) {
        return Polling.until(
                        PATIENCE,
                        () -> requester.activation(id),
                        view -> view.path("state").asText().equals("active"))
                .isPresent();
    }

    private String activated(ManagedGroup group) {
        Reply reply =
                requester.activate(
                        new Wish(person.id(), group.id(), WINDOW, "load of the benchmark", null));
        if (reply.status() != 201) {
            throw new IllegalStateException("an activation was refused: " + reply);
        }
        return reply.body().path("id").asText();
    }

    /** A third of the groups moves to each of the further applications. */
    private void spread(ScimApplication second, ScimApplication third) {
        String yaml = text();
        String target =
                "      - { id: %s, kind: scim, settings: { url: \"%s\", tokenRef: APP1_TOKEN } }\n";
        String more =
                target.formatted("app2", second.scimUrl())
                        + target.formatted("app3", third.scimUrl());
        yaml = yaml.replaceFirst("(?m)^ {4}principals:$", more + "    principals:");
        for (int i = 0; i < world.moreGroups().size(); i++) {
            String id = Objects.requireNonNull(world.moreGroups().get(i)).id();
            String app = "app" + (i % APPLICATIONS + 1);
            yaml =
                    yaml.replaceFirst(
                            "(?s)(id: %s.*?targets: )\\[app1\\]".formatted(id),
                            "$1[%s]".formatted(app));
        }
        String token = platform.issuer().token(World.ADMIN.name(), SignIn.MFA);
        new ConfigurationClient(URI.create(platform.url()), token)
                .send("apply", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private String text() {
        try {
            return Files.readString(platform.configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell() {
        line("POST -> its answer", answered);
        line("POST -> gone from the directory (its clock)", directory);
        line("POST -> gone from the last application (its clock)", application);
        line("POST -> the report says: all confirmed", confirmed);
    }

    private void line(String name, List<Double> millis) {
        out.printf("  %-52s %s%n", name, new Distribution(millis));
    }
}
