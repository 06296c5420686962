package dev.ephor.membership.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topics;
import dev.ephor.membership.Line;
import dev.ephor.quickstart.kafka.EmbeddedBroker;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances that share the partitions of one broker; one of them fails. */
class TakeoverTest {
    private static final String GROUP = "restarts";
    private static final int PARTITIONS = 4;
    private static final int PEOPLE = 12;

    private EmbeddedBroker broker;
    private Admin admin;
    private Line line;
    private InstanceProcess one;
    private InstanceProcess two;

    @BeforeEach
    void start() throws Exception {
        Path directory = Files.createTempDirectory(Path.of("target"), "takeover");
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
        one = InstanceProcess.start(broker.bootstrapServers(), directory, 0);
        two = InstanceProcess.start(broker.bootstrapServers(), directory, 1);
        awaitBothAtWork();
    }

    @AfterEach
    void stop() throws InterruptedException {
        one.close();
        two.close();
        line.close();
        admin.close();
        broker.close();
    }

    @Test
    void the_windows_of_an_instance_that_was_killed_are_closed_by_the_other() throws Exception {
        // Given
        var open = open("first", Duration.ofSeconds(4));

        // When
        one.kill();

        // Then
        open.forEach(this::awaitEnd);
        var after = open("second", Duration.ofSeconds(1));
        after.forEach(this::awaitEnd);
        assertThat(open).allSatisfy(this::wasClosedOnce);
        assertThat(after).allSatisfy(this::wasClosedOnce);
    }

    @Test
    void an_instance_that_wakes_long_after_it_was_replaced_does_no_harm() {
        // Given
        var before = open("before", Duration.ofSeconds(4));
        one.suspend();
        before.forEach(this::awaitEnd);
        var meanwhile = open("meanwhile", Duration.ofSeconds(25));

        // When
        one.resume();

        // Then
        awaitBothAtWork();
        meanwhile.forEach(this::awaitEnd);
        assertThat(before).allSatisfy(this::wasClosedOnce);
        assertThat(meanwhile).allSatisfy(this::wasClosedOnce);
        var after = open("after", Duration.ofSeconds(1));
        after.forEach(this::awaitEnd);
        assertThat(after).allSatisfy(a -> assertThat(generation(a)).isEqualTo(5));
    }

    private List<ActivationApproved> open(String story, Duration window) {
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

    private void awaitEnd(ActivationApproved a) {
        line.await(ActivationExpired.class, e -> e.activationId().equals(a.activationId()));
    }

    private long generation(ActivationApproved a) {
        return line.await(WindowOpened.class, o -> o.activationId().equals(a.activationId()))
                .generation();
    }

    /** Said again under the same id it is the same event. */
    private void wasClosedOnce(ActivationApproved a) {
        assertThat(
                        line.ids(
                                ActivationExpired.class,
                                e -> e.activationId().equals(a.activationId())))
                .hasSize(1);
    }

    private void awaitBothAtWork() {
        await().atMost(Duration.ofSeconds(60))
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
}
