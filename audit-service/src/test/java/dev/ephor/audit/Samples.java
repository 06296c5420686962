package dev.ephor.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * The golden sample of every event type, with ids of its own, as the record that its writer sends.
 */
public final class Samples {
    private Samples() {}

    /** One record of each type there is, all of one correlation. */
    public static List<ProducerRecord<String, byte[]>> all(String correlation) {
        return EventTypes.all().keySet().stream()
                .map(type -> of(type, correlation, correlation + "/" + type))
                .toList();
    }

    /** A record of a type, with the event id given. */
    public static ProducerRecord<String, byte[]> of(String type, String correlation, String id) {
        var message = golden(type);
        set(message.headers(), "ce_id", id);
        set(message.headers(), "ce_correlationid", correlation);
        return message;
    }

    /** The golden sample as it is. */
    public static ProducerRecord<String, byte[]> golden(String type) {
        JsonNode sample = read(type);
        var message =
                new ProducerRecord<>(
                        topic(type).name(),
                        sample.get("key").asText(),
                        sample.get("data").toString().getBytes(StandardCharsets.UTF_8));
        sample.get("headers")
                .properties()
                .forEach(h -> set(message.headers(), h.getKey(), h.getValue().asText()));
        return message;
    }

    public static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Topic<? extends Event> topic(String type) {
        Class<? extends Event> event = EventTypes.byName(type).orElseThrow();
        return Topics.EVENTS.stream()
                .filter(t -> t.events().isAssignableFrom(event))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode read(String type) {
        String path = "/dev/ephor/events/samples/" + type + ".json";
        try (InputStream in = Samples.class.getResourceAsStream(path)) {
            return EventCodec.json().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
