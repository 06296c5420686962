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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * The topology on a broker, with the settings that the service ships; its directory does nothing.
 */
public final class StreamsApp implements AutoCloseable, DirectoryWork {
    private static final String OURS = "kafka-streams.";
    private static final Map<String, String> LONG_SESSION =
            Map.of("main.consumer.session.timeout.ms", "300000");

    private final Troubles troubles = new Troubles();
    private final Untold untold = new Untold();
    private final DueTimes dueTimes;
    private final KafkaStreams streams;
    private final StreamsClients clients;

    /** Alone, with a session so long that no test waits for its end. */
    StreamsApp(String brokers, Path state, Clock clock) {
        this(
                brokers,
                state,
                clock,
                new Pulse(Duration.ofHours(1)),
                new Member("alone-" + state.getFileName(), 0, "127.0.0.1:1"),
                LONG_SESSION);
    }

    /** One of several, at an address that it gives to the others. */
    public StreamsApp(String brokers, Path state, Member member) {
        this(brokers, state, Clock.systemUTC(), new Pulse(Duration.ofHours(1)), member);
    }

    StreamsApp(String brokers, Path state, Clock clock, Pulse pulse, Member member) {
        this(brokers, state, clock, pulse, member, Map.of());
    }

    private StreamsApp(
            String brokers,
            Path state,
            Clock clock,
            Pulse pulse,
            Member member,
            Map<String, String> settings) {
        dueTimes = new DueTimes(clock);
        var with =
                new Collaborators(
                        new MembershipDecider(3, Facts.STUCK_AGE),
                        this,
                        new Counted(),
                        dueTimes,
                        troubles,
                        untold,
                        clock);
        var config = shipped(String.valueOf(member.number()));
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, member.group());
        config.put(StreamsConfig.APPLICATION_SERVER_CONFIG, member.address());
        config.putAll(settings);
        clients = new StreamsClients(dueTimes, _ -> true, pulse);
        streams = new KafkaStreams(MembershipTopology.of(with), new StreamsConfig(config), clients);
        streams.setUncaughtExceptionHandler(
                _ -> {
                    clients.threadIsReplaced();
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
        streams.start();
    }

    /**
     * @param address {@code host:port}
     */
    public record Member(String group, int number, String address) {
        static Member of(int number) {
            return new Member("restarts", number, "127.0.0.1:" + (1 + number));
        }
    }

    private static Properties shipped(String instance) {
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
                                        all.getProperty(name)
                                                .replace("${ephor.instance}", instance)));
        return ours;
    }

    LocalMemberships memberships() {
        return new LocalMemberships(streams, dueTimes, troubles, untold);
    }

    StreamsClients clients() {
        return clients;
    }

    KafkaStreams streams() {
        return streams;
    }

    @Override
    public void take(List<DirectoryTask> tasks) {}

    @Override
    public void bound(DirectoryTask task) {}

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
