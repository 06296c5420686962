package dev.ephor.audit.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.audit.Samples;
import dev.ephor.audit.application.ReadEvent.Reading;
import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.EventCodec;
import dev.ephor.events.UnreadableEvent;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Golden samples as the first lines of a log of their own. */
public final class SampleLines {
    private static final Lines LINES = new Lines(SampleLines::read);

    private SampleLines() {}

    /** The golden sample of a type as its writer sent it. */
    public static ObjectNode of(String type) {
        return of(Samples.golden(type));
    }

    public static ObjectNode of(ProducerRecord<String, byte[]> message) {
        var headers = new ArrayList<Leaf.Header>();
        message.headers().forEach(h -> headers.add(new Leaf.Header(h.key(), h.value())));
        var time =
                new String(message.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8);
        var leaf =
                new Leaf(
                        message.topic(),
                        0,
                        0,
                        OffsetDateTime.parse(time).toInstant().toEpochMilli(),
                        message.key().getBytes(StandardCharsets.UTF_8),
                        headers,
                        message.value());
        return EventCodec.json().valueToTree(LINES.of(Head.EMPTY.seal(leaf.bytes())));
    }

    private static Reading read(Leaf leaf) {
        var headers = new RecordHeaders();
        leaf.headers().forEach(h -> headers.add(h.name(), h.value()));
        try {
            return EventCodec.decode(headers, leaf.value())
                    .<Reading>map(Reading.Known::new)
                    .orElseGet(Reading.UnknownType::new);
        } catch (UnreadableEvent e) {
            return new Reading.Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
