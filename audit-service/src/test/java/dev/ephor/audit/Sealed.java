package dev.ephor.audit;

import static org.awaitility.Awaitility.await;

import dev.ephor.audit.application.Following;
import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.audit.sealing.Leaf;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Seals records without a way through Kafka. */
public final class Sealed {
    private static final AtomicLong OFFSET = new AtomicLong(5_000_000);

    private Sealed() {}

    public static void seal(SealingRecords sealing, List<ProducerRecord<String, byte[]>> messages) {
        List<Leaf> leaves = messages.stream().map(Sealed::leaf).toList();
        QuarkusTransaction.requiringNew().run(() -> sealing.seal(leaves));
        awaitFiled();
    }

    /** Until searches find everything that has been sealed so far. */
    public static void awaitFiled() {
        long size = Arc.container().instance(ReadingTheLog.class).get().head().size();
        Following following = Arc.container().instance(Following.class).get();
        await().atMost(AuditTopic.PATIENCE).until(() -> following.position("filing") >= size);
    }

    public static Leaf leaf(ProducerRecord<String, byte[]> message) {
        var headers = new ArrayList<Leaf.Header>();
        message.headers().forEach(h -> headers.add(new Leaf.Header(h.key(), h.value())));
        return new Leaf(
                message.topic(),
                0,
                OFFSET.incrementAndGet(),
                1_767_225_600_000L,
                message.key().getBytes(StandardCharsets.UTF_8),
                headers,
                message.value());
    }
}
