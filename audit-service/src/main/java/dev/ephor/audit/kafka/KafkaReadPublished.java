package dev.ephor.audit.kafka;

import dev.ephor.audit.application.ReadPublished;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.KafkaClients;
import dev.ephor.kit.kafka.TopicsReady;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads the topic of checkpoints, from some way before its end on. */
@ApplicationScoped
class KafkaReadPublished implements ReadPublished {
    /** More than an hour of them while something happens; a record may stand there twice. */
    private static final long LOOK_BACK = 1_000;

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration FOR_TOPICS = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final TopicPartition TOPIC =
            new TopicPartition(Topics.AUDIT_CHECKPOINTS.name(), 0);

    private final KafkaClients kafka;
    private final TopicsReady topics;
    private volatile @Nullable KafkaConsumer<byte[], byte[]> consumer;
    private long next = -1;

    KafkaReadPublished(KafkaClients kafka, TopicsReady topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public synchronized List<String> next() {
        try {
            if (!topics.isReadyWithin(FOR_TOPICS)) {
                throw new KafkaException("Kafka's topics are not there yet");
            }
            KafkaConsumer<byte[], byte[]> open = consumer;
            return read(open == null ? connect() : open);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("reading the checkpoints was told to stop", e);
        } catch (KafkaException e) {
            close();
            throw new KafkaException(
                    "%s cannot be read: %s".formatted(TOPIC.topic(), e.getMessage()), e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        KafkaConsumer<byte[], byte[]> open = consumer;
        if (open != null) {
            open.wakeup();
        }
        close();
    }

    private KafkaConsumer<byte[], byte[]> connect() {
        KafkaConsumer<byte[], byte[]> opened = kafka.follower("published");
        opened.assign(List.of(TOPIC));
        consumer = opened;
        return opened;
    }

    private List<String> read(KafkaConsumer<byte[], byte[]> connected) {
        long end = connected.endOffsets(List.of(TOPIC), LONGEST).getOrDefault(TOPIC, 0L);
        boolean isOfAnotherTopic = next > end;
        long from = next < 0 || isOfAnotherTopic ? Math.max(0, end - LOOK_BACK) : next;
        connected.seek(TOPIC, from);
        var notes = new ArrayList<String>();
        long giveUp = System.nanoTime() + LONGEST.toNanos();
        while (connected.position(TOPIC, LONGEST) < end) {
            if (System.nanoTime() - giveUp > 0) {
                throw new KafkaException("the broker does not answer");
            }
            connected.poll(POLL).forEach(record -> add(notes, record));
        }
        next = connected.position(TOPIC, LONGEST);
        return notes;
    }

    private static void add(List<String> notes, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            notes.add(new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    private synchronized void close() {
        KafkaConsumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
