package dev.ephor.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class FollowingTest {
    @Inject SealingRecords sealing;
    @Inject FollowedLog log;
    @Inject ReadingTheLog reading;
    @Inject DataSource database;
    @Inject Ids ids;

    /** Writes down what it takes, in its transaction, and fails now and then behind the writing. */
    private final class Scribe implements LogFollower {
        private final String name = "scribe_" + ids.next().replace('-', '_');
        private final AtomicInteger looks = new AtomicInteger();

        Scribe() throws SQLException {
            sql("create table " + name + " (n serial, sequence bigint)");
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void take(List<Entry> entries) {
            try {
                for (Entry entry : entries) {
                    sql("insert into " + name + " (sequence) values (" + entry.sequence() + ")");
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            if (looks.incrementAndGet() % 3 == 0) {
                throw new IllegalStateException("killed");
            }
        }
    }

    /** Retention waits for every follower that there ever was. */
    @AfterEach
    void nobodyFollowsAnyMore() throws SQLException {
        sql("delete from audit_follower where name like 'scribe%'");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private List<Long> written(Scribe scribe) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement s = connection.createStatement();
                ResultSet rows =
                        s.executeQuery(
                                "select array_agg(sequence order by n) from " + scribe.name())) {
            rows.next();
            return List.of((Long[]) rows.getArray(1).getArray());
        }
    }

    private void seal(int count) {
        String story = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, count)
                        .mapToObj(
                                i ->
                                        Samples.of(
                                                "dev.ephor.activation.requested.v1",
                                                story,
                                                ids.next()))
                        .toList());
    }

    @Test
    void lets_every_entry_be_taken_once_and_in_order_by_two_instances_that_fail() throws Exception {
        // Given
        var scribe = new Scribe();
        var one = new Following(List.of(scribe), List.of(), log, true);
        var other = new Following(List.of(scribe), List.of(), log, true);
        seal(3);
        one.start(new StartupEvent());
        other.start(new StartupEvent());

        // When
        for (int i = 0; i < 20; i++) {
            seal(2);
        }

        // Then
        long size = reading.head().size();
        await().atMost(AuditTopic.PATIENCE).until(() -> log.position(scribe.name()) == size);
        one.stop(new ShutdownEvent());
        other.stop(new ShutdownEvent());
        assertThat(written(scribe))
                .isEqualTo(IntStream.range(0, (int) size).mapToObj(i -> (long) i).toList());
    }

    @Test
    void begins_at_the_first_entry_with_a_follower_that_is_new_and_goes_on_where_it_was()
            throws Exception {
        // Given
        var scribe = new Scribe();
        seal(2);
        var before = new Following(List.of(scribe), List.of(), log, true);
        before.start(new StartupEvent());
        long size = reading.head().size();
        await().atMost(AuditTopic.PATIENCE).until(() -> log.position(scribe.name()) == size);
        before.stop(new ShutdownEvent());
        seal(2);

        // When
        var after = new Following(List.of(scribe), List.of(), log, true);
        after.start(new StartupEvent());

        // Then
        await().atMost(AuditTopic.PATIENCE).until(() -> log.position(scribe.name()) == size + 2);
        after.stop(new ShutdownEvent());
        assertThat(written(scribe)).doesNotHaveDuplicates().hasSize((int) size + 2);
    }
}
