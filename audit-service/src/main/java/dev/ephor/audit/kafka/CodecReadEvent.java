package dev.ephor.audit.kafka;

import dev.ephor.audit.application.ReadEvent;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.EventCodec;
import dev.ephor.events.UnreadableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Reads sealed records as any consumer of their topics does. */
@ApplicationScoped
class CodecReadEvent implements ReadEvent {

    @Override
    public Reading read(Leaf leaf) {
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
