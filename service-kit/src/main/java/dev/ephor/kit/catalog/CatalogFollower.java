package dev.ephor.kit.catalog;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import dev.ephor.events.UnreadableEvent;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import dev.ephor.kit.time.Stop;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code ephor.catalog} from its beginning and goes on reading. Runs where {@code
 * ephor.catalog.follow} is true.
 */
@ApplicationScoped
public class CatalogFollower implements Runnable {
    private static final Logger LOG = Logger.getLogger(CatalogFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Catalog catalog;
    private final KafkaClients kafka;
    private final TopicsReady topics;
    private final boolean follow;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Stop stop = new Stop();
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    CatalogFollower(
            Catalog catalog,
            KafkaClients kafka,
            TopicsReady topics,
            @ConfigProperty(name = "ephor.catalog.follow", defaultValue = "false") boolean follow) {
        this.catalog = catalog;
        this.kafka = kafka;
        this.topics = topics;
        this.follow = follow;
    }

    void start(@Observes StartupEvent event) {
        if (follow) {
            Thread.ofPlatform().name("catalog").daemon().start(this);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stop.request();
        KafkaConsumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    /**
     * Whether everything that was in the topic at the start has been read (or nothing is followed).
     */
    public boolean isLoaded() {
        return !follow || loaded.getCount() == 0;
    }

    /** Blocks until {@link #isLoaded}. */
    public void awaitLoaded() throws InterruptedException {
        if (follow) {
            loaded.await();
        }
    }

    @Override
    public void run() {
        while (!stop.isRequested()) {
            try {
                topics.await();
                follow();
            } catch (WakeupException | InterruptException | InterruptedException e) {
                return;
            } catch (KafkaException e) {
                LOG.warnf("The catalogue is read again from the beginning: %s", e.getMessage());
            }
        }
    }

    private void follow() {
        var partition = new TopicPartition(Topics.CATALOG.name(), 0);
        try (KafkaConsumer<byte[], byte[]> connected = kafka.follower("catalog")) {
            consumer = connected;
            connected.assign(List.of(partition));
            connected.seekToBeginning(List.of(partition));
            long end = connected.endOffsets(List.of(partition)).values().iterator().next();
            while (!stop.isRequested()) {
                if (loaded.getCount() > 0 && connected.position(partition) >= end) {
                    loaded.countDown();
                }
                connected.poll(POLL).forEach(this::take);
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            EventCodec.decode(record.headers(), record.value())
                    .map(event -> event.data())
                    .filter(CatalogEvent.class::isInstance)
                    .map(CatalogEvent.class::cast)
                    .ifPresent(catalog::take);
        } catch (UnreadableEvent e) {
            LOG.errorf(
                    "The catalogue holds a record that is no event, at offset %d: %s",
                    record.offset(), e.getMessage());
        }
    }
}
