package dev.ephor.membership.kafka;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.membership.application.DirectoryTask;
import dev.ephor.membership.application.DirectoryWork;
import dev.ephor.membership.domain.Facts;
import dev.ephor.membership.domain.MembershipDecider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in the test driver, with a clock that is set and a directory that only notes. */
final class Bench implements AutoCloseable, DirectoryWork {
    final SetClock clock = new SetClock(Facts.NOON);
    final Counted measures = new Counted();
    final Troubles troubles = new Troubles();
    final Untold untold = new Untold();
    final List<MembershipKey> retried = new ArrayList<>();
    final List<MembershipKey> released = new ArrayList<>();
    final List<DirectoryTask> tasks = new ArrayList<>();
    final List<DirectoryTask> bounds = new ArrayList<>();
    private final Path state = directory();
    private TopologyTestDriver driver;
    private int ids;

    Bench() {
        this.driver = start();
        resume();
    }

    /** Lets a task do what it does first. */
    private void resume() {
        driver.advanceWallClockTime(Duration.ofMillis(1));
        driver.advanceWallClockTime(Duration.ofMillis(1));
    }

    private static Path directory() {
        try {
            return Files.createTempDirectory(Path.of("target"), "bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TopologyTestDriver start() {
        var with =
                new Collaborators(
                        new MembershipDecider(3, Facts.STUCK_AGE),
                        this,
                        measures,
                        new DueTimes(clock),
                        troubles,
                        untold,
                        clock);
        var config = new Properties();
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG, true);
        return new TopologyTestDriver(MembershipTopology.of(with), config, clock.instant());
    }

    /** Says something as another service does; a later copy of it is another record. */
    Envelope<?> tell(Event event) {
        var envelope = envelope(event);
        send(envelope);
        return envelope;
    }

    Envelope<?> envelope(Event event) {
        return new Envelope<>(
                "event-" + ids++, "/test", clock.instant(), "activation", null, "00-trace", event);
    }

    void send(Envelope<?> envelope) {
        ProducerRecord<String, byte[]> record = EventCodec.encode(envelope);
        driver.createInputTopic(record.topic(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(
                        new TestRecord<>(
                                record.key(), record.value(), record.headers(), clock.instant()));
    }

    void sendRaw(Topic<?> topic, TestRecord<String, byte[]> record) {
        driver.createInputTopic(topic.name(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    /** Lets time pass in one step, as if nobody looked meanwhile. */
    void pass(Duration time) {
        clock.forward(time);
        driver.advanceWallClockTime(time);
    }

    void passMinutes(long minutes) {
        pass(Duration.ofMinutes(minutes));
    }

    /** What was said since the last look. */
    List<Event> said() {
        return envelopes().stream().<Event>map(Envelope::data).toList();
    }

    List<Envelope<? extends Event>> envelopes() {
        var found = new ArrayList<Envelope<? extends Event>>();
        for (TestRecord<byte[], byte[]> record : output(Topics.MEMBERSHIPS).readRecordsToList()) {
            try {
                found.add(EventCodec.decode(record.headers(), record.value()).orElseThrow());
            } catch (UnreadableEvent e) {
                throw new AssertionError(e);
            }
        }
        return found;
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return output(Topics.DEAD_LETTERS).readRecordsToList();
    }

    private TestOutputTopic<byte[], byte[]> output(Topic<?> topic) {
        return driver.createOutputTopic(
                topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    DirectoryTask lastTask() {
        return tasks.getLast();
    }

    /** Takes the state along into another life, as a restart does. */
    void restart() {
        Map<String, byte[]> grants = Stores.copy(driver, MembershipTopology.GRANTS);
        var deadlines = Stores.copyDeadlines(driver);
        driver.close();
        tasks.clear();
        clock.forward(Duration.ofSeconds(1));
        driver = start();
        Stores.paste(driver, grants, deadlines);
        resume();
    }

    /** Goes on in another instance, which knows nothing but the changelogs. */
    void move() {
        var grants = Stores.replay(driver, changelog("grants"), new StringDeserializer());
        var deadlines = Stores.replay(driver, changelog("deadlines"), new BytesDeserializer());
        driver.close();
        tasks.clear();
        clock.forward(Duration.ofSeconds(6));
        driver = start();
        Stores.paste(driver, grants, deadlines);
        resume();
    }

    private static String changelog(String store) {
        return "bench-" + store + "-changelog";
    }

    TopologyTestDriver driver() {
        return driver;
    }

    @Override
    public void take(List<DirectoryTask> taken) {
        tasks.addAll(taken);
    }

    @Override
    public void bound(DirectoryTask task) {
        bounds.add(task);
    }

    @Override
    public void retry(MembershipKey key) {
        retried.add(key);
    }

    @Override
    public void release(MembershipKey key) {
        released.add(key);
    }

    @Override
    public void drop(int partition) {}

    @Override
    public void close() {
        driver.close();
    }
}
