package dev.ephor.audit.kafka;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.PublishEntries;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import dev.ephor.kit.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Entries go out through the journal. Its unique versions are a second guard against two histories:
 * the version of an entry is its sequence plus one.
 */
@ApplicationScoped
class JournalPublishEntries implements PublishEntries {
    private static final String STREAM = "audit";
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.US_ASCII);

    /**
     * What a leaf may have in base 64. A record may be 1 MB on its own topic, and with its proof
     * would be too large for this one; nothing would ever be published behind it.
     */
    private static final int LARGEST = 350_000;

    private static final String LEFT_OUT =
            "too large to be published: GET /ephor/v1/audit/entries/{sequence} has its leaf";

    private final Journal journal;

    JournalPublishEntries(Journal journal) {
        this.journal = journal;
    }

    @Override
    public void publish(List<Line> lines) {
        journal.appendRaw(
                lines.stream()
                        .map(
                                line ->
                                        new Journal.RawEntry(
                                                STREAM, line.sequence() + 1, message(line)))
                        .toList());
    }

    private static ProducerRecord<String, byte[]> message(Line line) {
        try {
            return new ProducerRecord<>(
                    Topics.AUDIT.name(),
                    null,
                    String.valueOf(line.sequence()),
                    EventCodec.json().writeValueAsBytes(fitting(line)),
                    List.of(new RecordHeader("content-type", JSON)));
        } catch (IOException e) {
            throw new UncheckedIOException("entry " + line.sequence() + " cannot be written", e);
        }
    }

    private static Line fitting(Line line) {
        String leaf = line.leaf();
        return leaf == null || leaf.length() <= LARGEST ? line : line.abridged(LEFT_OUT);
    }
}
