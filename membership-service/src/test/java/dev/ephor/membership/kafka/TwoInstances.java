package dev.ephor.membership.kafka;

import static org.awaitility.Awaitility.await;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topics;
import dev.ephor.membership.Line;
import dev.ephor.quickstart.kafka.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Two instances that share the partitions of one broker, each a process. */
final class TwoInstances implements AutoCloseable {
    private static final String GROUP = "restarts";
    private static final int PARTITIONS = 4;
    private static final int PEOPLE = 12;

    private final Path directory;
    private final EmbeddedBroker broker;
    private final Admin admin;
    private final Line line;
    private final InstanceProcess other;
    private InstanceProcess one;

    TwoInstances() throws Exception {
        directory = Files.createTempDirectory(Path.of("target"), "takeover");
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        admin.createTopics(
                        Topics.all(PARTITIONS).stream()
                                .map(
                                        t ->
                                                new NewTopic(
                                                        t.name(),
                                                        Optional.of(t.partitions()),
                                                        Optional.empty()))
                                .toList())
                .all()
                .get();
        line = new Line(broker.bootstrapServers(), Topics.MEMBERSHIPS);
        one = start(0);
        other = start(1);
        awaitBothAtWork();
    }

    private InstanceProcess start(int number) throws IOException {
        return InstanceProcess.start(broker.bootstrapServers(), directory, number);
    }

    /** The one of which the other takes over. */
    InstanceProcess one() {
        return one;
    }

    void startOneAgain() throws IOException {
        one = start(0);
    }

    Line line() {
        return line;
    }

    List<ActivationApproved> open(String story, Duration window) {
        Instant now = Instant.now();
        var approved =
                IntStream.range(0, PEOPLE)
                        .mapToObj(i -> approved(story, "p" + i, now, window))
                        .toList();
        approved.forEach(line::say);
        approved.forEach(
                a ->
                        line.await(
                                WindowOpened.class,
                                o -> o.activationId().equals(a.activationId())));
        return approved;
    }

    private static ActivationApproved approved(
            String story, String principal, Instant now, Duration window) {
        var key = new MembershipKey("acme", "admins", principal, Access.MEMBER);
        return new ActivationApproved(
                key, story + "-" + principal, "e1", now, now.plus(window), now, List.of(), null);
    }

    void awaitEnd(ActivationApproved a) {
        line.await(ActivationExpired.class, e -> e.activationId().equals(a.activationId()));
    }

    void awaitBothAtWork() {
        await().atMost(Duration.ofMinutes(3))
                .ignoreExceptionsInstanceOf(ExecutionException.class)
                .until(() -> atWork() == 2);
    }

    private long atWork() throws ExecutionException, InterruptedException {
        return admin
                .describeConsumerGroups(List.of(GROUP))
                .describedGroups()
                .get(GROUP)
                .get()
                .members()
                .stream()
                .filter(m -> !m.assignment().topicPartitions().isEmpty())
                .count();
    }

    @Override
    public void close() throws InterruptedException {
        one.close();
        other.close();
        line.close();
        admin.close();
        broker.close();
    }
}
