package dev.ephor.audit.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.audit.application.Line;
import dev.ephor.audit.ocsf.OcsfMapping;
import dev.ephor.events.EventCodec;
import dev.ephor.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Lines as records of {@code ephor.audit}: each an OCSF event that carries the line. */
@ApplicationScoped
class AuditRecords {
    private static final byte[] JSON = "application/json".getBytes(StandardCharsets.US_ASCII);

    /**
     * What a leaf may have in base 64. A record may be 1 MB on its own topic, and with its proof
     * would be too large for this one; nothing would ever be published behind it.
     */
    private static final int LARGEST = 350_000;

    /** What a broker takes, less what is around it. What OCSF repeats of the data counts too. */
    private static final int LARGEST_RECORD = 1_000_000;

    private static final String LEFT_OUT =
            "too large to be published: GET /ephor/v1/audit/entries/{sequence} has its leaf";

    private final OcsfMapping ocsf;

    AuditRecords(OcsfMapping ocsf) {
        this.ocsf = ocsf;
    }

    ProducerRecord<String, byte[]> of(Line line) {
        return new ProducerRecord<>(
                Topics.AUDIT.name(),
                null,
                String.valueOf(line.sequence()),
                event(line),
                List.of(new RecordHeader("content-type", JSON)));
    }

    private byte[] event(Line line) {
        byte[] whole = bytes(fitting(line));
        return whole.length <= LARGEST_RECORD ? whole : bytes(line.abridged(LEFT_OUT));
    }

    private byte[] bytes(Line line) {
        try {
            ObjectNode said = EventCodec.json().valueToTree(line);
            return EventCodec.json().writeValueAsBytes(ocsf.event(said));
        } catch (IOException e) {
            throw new UncheckedIOException("entry " + line.sequence() + " cannot be written", e);
        }
    }

    private static Line fitting(Line line) {
        String leaf = line.leaf();
        return leaf == null || leaf.length() <= LARGEST ? line : line.abridged(LEFT_OUT);
    }
}
