package dev.ephor.membership.kafka;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.membership.Line;
import dev.ephor.membership.application.FindMemberships.NotReady;
import dev.ephor.quickstart.kafka.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** On a broker of its own, with the settings that the service ships. */
class OnABrokerTest {
    private static Path directory;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void start() throws Exception {
        directory = Files.createTempDirectory(Path.of("target"), "restart");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            List<NewTopic> topics = Topics.all(2).stream().map(OnABrokerTest::topic).toList();
            admin.createTopics(topics).all().get();
        }
    }

    private static NewTopic topic(Topic<?> topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void closes_what_ended_while_it_was_away() {
        Path state = directory.resolve("kept");
        ActivationApproved approved = forTenMinutes("kept");

        openAndStop(state, approved);

        assertThat(closedLater(state, approved)).isEqualTo(1);
    }

    @Test
    void closes_what_ended_although_its_state_is_lost() throws IOException {
        Path state = directory.resolve("lost");
        ActivationApproved approved = forTenMinutes("lost");

        openAndStop(state, approved);
        delete(state);

        assertThat(closedLater(state, approved)).isEqualTo(1);
    }

    @Test
    void shows_the_watchdog_what_nobody_closed_from_the_local_windows_alone() {
        Path state = directory.resolve("guarded");
        ActivationApproved first = forTenMinutes("first");
        ActivationApproved covered = forTenMinutes("covered");
        ActivationApproved covering = longer(covered);

        try (var app = new StreamsApp(broker.bootstrapServers(), state, Clock.systemUTC());
                var line = new Line(broker.bootstrapServers(), Topics.MEMBERSHIPS)) {
            for (ActivationApproved approved : List.of(first, covered, covering)) {
                line.say(approved);
                line.await(
                        WindowOpened.class, o -> o.activationId().equals(approved.activationId()));
            }
            Instant due = covered.end().plusSeconds(1);

            // What is due is known a moment after the window was said.
            await().untilAsserted(
                            () ->
                                    assertThat(overdue(app, due, due.plusSeconds(2)))
                                            .contains(first.key())
                                            .doesNotContain(covered.key()));
            assertThat(overdue(app, first.start(), first.start())).isEmpty();
        }
    }

    /** What the local windows say, once they answer: a young group still hands tasks round. */
    private static List<MembershipKey> overdue(StreamsApp app, Instant due, Instant now) {
        return await().ignoreExceptionsInstanceOf(NotReady.class)
                .until(() -> app.memberships().overdue(due, now, _ -> true, 100), Objects::nonNull);
    }

    @Test
    void closes_windows_after_it_began_anew_because_the_clock_was_set_back() {
        Path state = directory.resolve("anew");
        ActivationApproved approved = forSeconds("anew", 15);

        try (var app = new StreamsApp(broker.bootstrapServers(), state, Clock.systemUTC());
                var line = new Line(broker.bootstrapServers(), Topics.MEMBERSHIPS)) {
            line.say(approved);
            line.await(WindowOpened.class, o -> o.key().equals(approved.key()));
            String before = thread(app);

            app.clients().beginAnew();

            await().ignoreExceptionsInstanceOf(NoSuchElementException.class)
                    .until(() -> !thread(app).equals(before));
            line.await(ActivationExpired.class, e -> e.key().equals(approved.key()));
        }
    }

    private static String thread(StreamsApp app) {
        return app.streams().metadataForLocalThreads().iterator().next().threadName();
    }

    @Test
    void knows_what_time_it_is_at_the_broker() {
        try (var time =
                new BrokerTime(
                        () ->
                                Admin.create(
                                        Map.of("bootstrap.servers", broker.bootstrapServers())))) {
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

            Instant there = time.get();

            assertThat(there).isBetween(before, Instant.now());
        }
    }

    private static ActivationApproved longer(ActivationApproved a) {
        return new ActivationApproved(
                a.key(),
                a.activationId() + "-longer",
                a.eligibilityId(),
                a.start(),
                a.end().plusSeconds(600),
                a.approvedAt(),
                List.of(),
                null);
    }

    private static void openAndStop(Path state, ActivationApproved approved) {
        try (var app = new StreamsApp(broker.bootstrapServers(), state, Clock.systemUTC());
                var line = new Line(broker.bootstrapServers(), Topics.MEMBERSHIPS)) {
            line.say(approved);
            line.await(WindowOpened.class, o -> o.key().equals(approved.key()));
            assertThat(app.streams().metadataForLocalThreads()).hasSize(1);
        }
    }

    private static long closedLater(Path state, ActivationApproved approved) {
        // The broker refuses records from further than an hour ahead.
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(20));
        try (var app = new StreamsApp(broker.bootstrapServers(), state, later);
                var line = new Line(broker.bootstrapServers(), Topics.MEMBERSHIPS)) {
            var expired = line.await(ActivationExpired.class, e -> e.key().equals(approved.key()));
            assertThat(expired.membershipEnds()).isTrue();
            assertThat(app.streams().state().isRunningOrRebalancing()).isTrue();
            return line.count(ActivationExpired.class, e -> e.key().equals(approved.key()));
        }
    }

    private static ActivationApproved forTenMinutes(String principal) {
        return forSeconds(principal, 600);
    }

    private static ActivationApproved forSeconds(String principal, long seconds) {
        Instant now = Instant.now();
        var key = new MembershipKey("acme", "admins", principal, Access.MEMBER);
        Instant end = now.plusSeconds(seconds);
        return new ActivationApproved(key, "a-" + principal, "e1", now, end, now, List.of(), null);
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
