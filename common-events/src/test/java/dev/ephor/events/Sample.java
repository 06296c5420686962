package dev.ephor.events;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A golden sample: one record as it was first written, which is read for ever. */
record Sample(String key, Map<String, String> headers, ObjectNode data) {
    static final Path FOLDER = Path.of("src/main/resources/dev/ephor/events/samples");

    static Sample of(String ceType) {
        return read("samples/" + ceType + ".json");
    }

    /** As the event was written before it grew a member. */
    static Sample earlier(String ceType) {
        return read("earlier/" + ceType + ".json");
    }

    private static Sample read(String name) {
        try (InputStream file = Event.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new AssertionError("there is no golden sample " + name);
            }
            return EventCodec.json().readValue(file, Sample.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Headers kafkaHeaders() {
        var all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    byte[] value() {
        return data.toString().getBytes(StandardCharsets.UTF_8);
    }

    Envelope<? extends Event> decoded() {
        try {
            return EventCodec.decode(kafkaHeaders(), value()).orElseThrow();
        } catch (UnreadableEvent e) {
            throw new AssertionError(headers.get("ce_type") + ": " + e.getMessage(), e);
        }
    }
}
