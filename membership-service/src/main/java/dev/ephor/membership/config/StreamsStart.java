package dev.ephor.membership.config;

import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.ThreadMetadata;
import org.jboss.logging.Logger;

/**
 * Ends the process where Streams could not be started, as on a full disk. It cannot be started
 * twice, the extension forgets the failure, and in a process that goes on without it nothing would
 * ever expire.
 */
@Singleton
class StreamsStart {
    private static final Logger LOG = Logger.getLogger(StreamsStart.class);
    private static final int FAILED = 1;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private static final int LOOKS_FOR_BEGINNING = 60;

    /** Its threads are there when the start is over; one that dies at once is replaced. */
    private static final int LOOKS_FOR_THREADS = 8;

    private final Runnable end;
    private final Stop stop = new Stop();

    @Inject
    StreamsStart() {
        this(() -> Quarkus.asyncExit(FAILED));
    }

    StreamsStart(Runnable end) {
        this.end = end;
    }

    /** Comes right before it is started. */
    void begin(@Observes KafkaStreams streams) {
        Thread.ofVirtual().name("streams-start").start(() -> watch(streams));
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
    }

    void watch(KafkaStreams streams) {
        try {
            boolean begun =
                    becomes(
                            LOOKS_FOR_BEGINNING,
                            () -> streams.state() != KafkaStreams.State.CREATED);
            // It is held for as long as the start takes, which a large state makes long.
            synchronized (streams) {
                LOG.debug("The start of Streams is over");
            }
            if (!begun || !becomes(LOOKS_FOR_THREADS, () -> isStarted(streams))) {
                LOG.error("Streams did not start, so this process ends; start it again");
                end.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By the JVM's own threads: what Streams tells of its threads waits for the broker. */
    private static boolean isStarted(KafkaStreams streams) {
        if (!streams.state().isRunningOrRebalancing()) {
            return true;
        }
        Set<String> wanted =
                streams.metadataForLocalThreads().stream()
                        .map(ThreadMetadata::threadName)
                        .collect(Collectors.toSet());
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(wanted::contains);
    }

    /** Also when the process is to stop. */
    private boolean becomes(int looks, BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < looks; i++) {
            if (condition.getAsBoolean() || stop.isRequestedWithin(BETWEEN)) {
                return true;
            }
        }
        return false;
    }
}
