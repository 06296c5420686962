package dev.ephor.membership.kafka;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/**
 * The clients of Streams; its main consumer waits no longer than until the next deadline.
 *
 * <p>Streams punctuates between polls only, so a timer is as late as a poll is long. Ticking every
 * few milliseconds would keep a core warm while nothing is due; here the poll itself ends when
 * something is.
 */
public final class StreamsClients implements KafkaClientSupplier {
    /** Now and then the thread has to be told to stop. */
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final DueTimes dueTimes;
    private final TopicsWait topics;
    private final Pulse pulse;
    private final Set<PunctualConsumer> consumers = forgettingSet();
    private final Set<Producer<?, ?>> producers = forgettingSet();
    private final Seats seats = new Seats();

    /**
     * @param topics Streams fails for good when a source topic is missing, so it does not poll
     *     before all are there
     */
    public StreamsClients(DueTimes dueTimes, TopicsWait topics, Pulse pulse) {
        this.dueTimes = dueTimes;
        this.topics = topics;
        this.pulse = pulse;
    }

    /** Waits for the topics. */
    @FunctionalInterface
    public interface TopicsWait {
        /** Waits this long, or until every topic is there; returns whether they are. */
        boolean areReadyWithin(Duration wait) throws InterruptedException;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        var producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    /**
     * Waits for the broker no longer, so that this process can end while it is away. What was not
     * taken is said by the next life, as after a crash.
     */
    public void letGo() {
        List.copyOf(producers).forEach(producer -> producer.close(Duration.ZERO));
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        var consumer = new PunctualConsumer(config, seats.take());
        consumers.add(consumer);
        return consumer;
    }

    /**
     * Ends every thread that polls, for another to take its place. Kafka's clients and the timers
     * of Streams go by the wall clock: where that is set back, they stand still until it is again
     * as late as it was.
     */
    public void beginAnew() {
        List.copyOf(consumers).forEach(PunctualConsumer::wakeOnce);
    }

    /**
     * The thread that calls this dies and is replaced, by one that takes its seat in the group and
     * so gets its partitions at once. Streams would give that one a seat of its own, and the
     * partitions only when the session of this one has ended.
     */
    public void threadIsReplaced() {
        List.copyOf(consumers).stream()
                .filter(PunctualConsumer::isPolledHere)
                .forEach(consumer -> seats.leave(consumer.seat));
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plain(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plain(config);
    }

    private static <T> Set<T> forgettingSet() {
        return Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private final class PunctualConsumer extends KafkaConsumer<byte[], byte[]> {
        private final int born = pulse.standstills();
        private final AtomicBoolean woken = new AtomicBoolean();
        private volatile @Nullable Thread poller;
        private final int seat;

        PunctualConsumer(Map<String, Object> config, int seat) {
            super(
                    seats.seated(config, seat),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            this.seat = seat;
        }

        void wakeOnce() {
            if (woken.compareAndSet(false, true)) {
                wakeup();
            }
        }

        boolean isPolledHere() {
            return Thread.currentThread().equals(poller);
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            poller = Thread.currentThread();
            if (!areTopicsReady()) {
                return ConsumerRecords.empty();
            }
            try {
                ConsumerRecords<byte[], byte[]> heard = super.poll(dueTimes.wait(timeout));
                if (pulse.standstills() != born) {
                    throw new StreamsException(
                            "This process stood still: others may have taken over");
                }
                return heard;
            } catch (WakeupException e) {
                throw new StreamsException("The clock was set back: the timers begin anew", e);
            }
        }

        private boolean areTopicsReady() {
            try {
                return topics.areReadyWithin(LONGEST_WAIT);
            } catch (InterruptedException e) {
                // What a poll does.
                throw new InterruptException(e);
            }
        }
    }
}
