package dev.ephor.audit.kafka;

import dev.ephor.audit.application.PublishCheckpoint;
import dev.ephor.events.Topics;
import dev.ephor.kit.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Checkpoints go out through the journal. */
@ApplicationScoped
class JournalPublishCheckpoint implements PublishCheckpoint {
    private static final String STREAM = "checkpoint/";
    private static final byte[] TEXT =
            "text/plain; charset=utf-8".getBytes(StandardCharsets.US_ASCII);

    private final Journal journal;

    JournalPublishCheckpoint(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void publish(String origin, long size, String note) {
        var message =
                new ProducerRecord<>(
                        Topics.AUDIT_CHECKPOINTS.name(),
                        null,
                        origin,
                        note.getBytes(StandardCharsets.UTF_8),
                        List.of(new RecordHeader("content-type", TEXT)));
        journal.appendRaw(List.of(new Journal.RawEntry(STREAM + size, 1, message)));
    }
}
