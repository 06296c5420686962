package dev.ephor.kit.inbox;

import dev.ephor.kit.kafka.TopicsReady;
import dev.ephor.kit.time.Stop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Polls, has the batch handled, and commits the offsets after the transaction: a batch that is cut
 * short comes again.
 */
final class ConsumerLoop implements Runnable, ConsumerRebalanceListener {
    /** Handles a batch so that nothing of it is left to do; returns only when that is so. */
    @FunctionalInterface
    interface Batch {
        void handle(List<ConsumerRecord<byte[], byte[]>> records) throws InterruptedException;
    }

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Feed feed;
    private final Supplier<KafkaConsumer<byte[], byte[]>> connect;
    private final TopicsReady topics;
    private final Batch batch;
    private final Thread thread;
    private final Stop stop = new Stop();
    private volatile boolean assigned;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;

    ConsumerLoop(
            Feed feed,
            Supplier<KafkaConsumer<byte[], byte[]>> connect,
            TopicsReady topics,
            Batch batch) {
        this.feed = feed;
        this.connect = connect;
        this.topics = topics;
        this.batch = batch;
        this.thread = Thread.ofPlatform().name("inbox-" + feed.name()).unstarted(this);
    }

    void start() {
        thread.start();
    }

    void stop() {
        stop.request();
        KafkaConsumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.wakeup();
        }
    }

    void join() {
        try {
            if (!thread.join(Duration.ofSeconds(5))) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isAssigned() {
        return assigned;
    }

    @Override
    public void run() {
        try {
            topics.await();
            while (!stop.isRequested()) {
                consume();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void consume() throws InterruptedException {
        try (KafkaConsumer<byte[], byte[]> connected = connect.get()) {
            consumer = connected;
            connected.subscribe(feed.topics(), this);
            while (!stop.isRequested()) {
                poll(connected);
            }
        } catch (WakeupException | InterruptException | Unhandled e) {
            LOG.debug("The consumer was told to stop");
        } catch (KafkaException e) {
            assigned = false;
            LOG.warnf(
                    "%s lost its consumer and starts another: %s",
                    thread.getName(), e.getMessage());
            stop.isRequestedWithin(POLL);
        }
    }

    private void poll(KafkaConsumer<byte[], byte[]> connected) throws InterruptedException {
        var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        connected.poll(POLL).forEach(records::add);
        if (!records.isEmpty()) {
            gather(connected, records);
            batch.handle(records);
            connected.commitAsync();
        }
    }

    private void gather(
            KafkaConsumer<byte[], byte[]> connected, List<ConsumerRecord<byte[], byte[]>> records) {
        long until = System.nanoTime() + feed.gathering().toNanos();
        for (long left = feed.gathering().toNanos(); left > 0; left = until - System.nanoTime()) {
            connected.poll(Duration.ofNanos(left)).forEach(records::add);
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        assigned = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        KafkaConsumer<byte[], byte[]> running = consumer;
        if (running != null) {
            running.commitSync();
        }
    }
}
