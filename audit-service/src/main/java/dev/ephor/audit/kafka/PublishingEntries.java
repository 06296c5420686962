package dev.ephor.audit.kafka;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.Lines;
import dev.ephor.audit.application.LogFollower;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Tells the world of every entry, in sequence. */
@ApplicationScoped
class PublishingEntries implements LogFollower {
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.US_ASCII);

    /**
     * What a leaf may have in base 64. A record may be 1 MB on its own topic, and with its proof
     * would be too large for this one; nothing would ever be published behind it.
     */
    private static final int LARGEST = 350_000;

    private static final String LEFT_OUT =
            "too large to be published: GET /ephor/v1/audit/entries/{sequence} has its leaf";

    private final Lines lines;
    private final Publisher publisher;

    PublishingEntries(Lines lines, Publisher publisher) {
        this.lines = lines;
        this.publisher = publisher;
    }

    @Override
    public String name() {
        return "publishing";
    }

    @Override
    public void take(List<Entry> entries) {
        publisher.publish(entries.stream().map(lines::of).map(PublishingEntries::message).toList());
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
