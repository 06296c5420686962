package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.DirectoryTask;
import dev.ephor.membership.application.DirectoryWork;
import dev.ephor.membership.domain.Facts;
import dev.ephor.membership.domain.MembershipDecider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The topology on a broker, with the settings that the service ships; its directory does nothing.
 */
final class StreamsApp implements AutoCloseable, DirectoryWork {
    private static final String OURS = "kafka-streams.";

    private final Troubles troubles = new Troubles();
    private final DueTimes dueTimes;
    private final KafkaStreams streams;

    StreamsApp(String brokers, Path state, Clock clock) {
        dueTimes = new DueTimes(clock);
        var with =
                new Collaborators(
                        new MembershipDecider(3, Facts.STUCK_AGE),
                        this,
                        new Counted(),
                        dueTimes,
                        troubles,
                        clock);
        var config = shipped();
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "restarts");
        streams =
                new KafkaStreams(
                        MembershipTopology.of(with),
                        new StreamsConfig(config),
                        new StreamsClients(dueTimes, _ -> true));
        streams.start();
    }

    private static Properties shipped() {
        var all = new Properties();
        try (InputStream in = StreamsApp.class.getResourceAsStream("/application.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var ours = new Properties();
        all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(OURS))
                .forEach(
                        name ->
                                ours.put(
                                        name.substring(OURS.length()),
                                        all.getProperty(name).replace("${ephor.instance}", "0")));
        return ours;
    }

    LocalMemberships memberships() {
        return new LocalMemberships(streams, dueTimes, troubles);
    }

    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void take(List<DirectoryTask> tasks) {}

    @Override
    public void retry(MembershipKey key) {}

    @Override
    public void release(MembershipKey key) {}

    @Override
    public void drop(int partition) {}

    @Override
    public void close() {
        streams.close();
    }
}
