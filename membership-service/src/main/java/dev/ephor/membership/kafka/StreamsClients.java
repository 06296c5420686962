package dev.ephor.membership.kafka;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * The clients of Streams; its main consumer waits no longer than until the next deadline.
 *
 * <p>Streams punctuates between polls only, so a timer is as late as a poll is long. Ticking every
 * few milliseconds would keep a core warm while nothing is due; here the poll itself ends when
 * something is.
 */
public final class StreamsClients implements KafkaClientSupplier {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final DueTimes dueTimes;
    private final BooleanSupplier topicsReady;

    /**
     * @param topicsReady whether every topic is there: Streams fails for good when a source topic
     *     is missing, so it does not poll before
     */
    public StreamsClients(DueTimes dueTimes, BooleanSupplier topicsReady) {
        this.dueTimes = dueTimes;
        this.topicsReady = topicsReady;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new PunctualConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return plain(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return plain(config);
    }

    private static Consumer<byte[], byte[]> plain(Map<String, Object> config) {
        return new KafkaConsumer<>(
                config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private final class PunctualConsumer extends KafkaConsumer<byte[], byte[]> {
        PunctualConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            return topicsReady.getAsBoolean() ? super.poll(dueTimes.wait(timeout)) : later();
        }

        /** Returns now and then, so that the thread can be told to stop. */
        private ConsumerRecords<byte[], byte[]> later() {
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return ConsumerRecords.empty();
        }
    }
}
