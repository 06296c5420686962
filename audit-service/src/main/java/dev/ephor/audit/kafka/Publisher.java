package dev.ephor.audit.kafka;

import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Sends records in their order and returns once the broker has them. After a failure the producer
 * is thrown away with what it still holds, so that nothing of it arrives behind a second try.
 */
@ApplicationScoped
class Publisher {
    /** A transaction waits meanwhile, which has a limit of its own. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final KafkaClients kafka;
    private final TopicsReady topics;
    private @Nullable KafkaProducer<String, byte[]> producer;

    Publisher(KafkaClients kafka, TopicsReady topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    /**
     * @throws KafkaException when the broker did not take them all; some may be there
     */
    synchronized void publish(List<ProducerRecord<String, byte[]>> records) {
        try {
            if (!topics.isReadyWithin(LONGEST)) {
                throw new KafkaException("Kafka's topics are not there yet");
            }
            KafkaProducer<String, byte[]> open = producer == null ? connect() : producer;
            var sent = new ArrayList<Future<?>>(records.size());
            for (ProducerRecord<String, byte[]> one : records) {
                sent.add(open.send(one));
            }
            await(sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw discard(new KafkaException("publishing was told to stop", e));
        } catch (ExecutionException | TimeoutException e) {
            throw discard(new KafkaException("the broker did not take the entries: " + e, e));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        close();
    }

    private KafkaProducer<String, byte[]> connect() {
        KafkaProducer<String, byte[]> opened = kafka.producer("publishing");
        producer = opened;
        return opened;
    }

    private static void await(List<Future<?>> sent)
            throws InterruptedException, ExecutionException, TimeoutException {
        long until = System.nanoTime() + LONGEST.toNanos();
        for (Future<?> one : sent) {
            one.get(until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private KafkaException discard(KafkaException why) {
        close();
        return why;
    }

    private synchronized void close() {
        KafkaProducer<String, byte[]> open = producer;
        producer = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }
}
