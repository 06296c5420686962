package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Events as Kafka records: CloudEvents 1.0 in binary mode (attributes as {@code ce_} headers, JSON
 * data as the value), keyed by the event's partition key.
 */
public final class EventCodec {
    private static final String CORRELATION = "correlationid";
    private static final String CAUSATION = "causationid";
    private static final String TRACEPARENT = "traceparent";

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .addModule(Bearable.ofEvents())
                    .annotationIntrospector(
                            AnnotationIntrospector.pair(
                                    new JacksonAnnotationIntrospector(), new RequiredMembers()))
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .serializationInclusion(JsonInclude.Include.NON_NULL)
                    .build();

    private EventCodec() {}

    /**
     * The JSON dialect of events: ISO 8601 dates and durations, absent for null, unknown members
     * ignored.
     */
    public static ObjectMapper json() {
        return JSON;
    }

    /** The record to send. Its partition is left to the producer. */
    public static ProducerRecord<String, byte[]> encode(Envelope<?> event) {
        return encode(Topics.of(event.data()).name(), write(event));
    }

    /** The same record as of the event that was written. */
    public static ProducerRecord<String, byte[]> encode(String topic, WrittenEvent event) {
        return KafkaMessageFactory.<String>createWriter(topic, event.key())
                .writeBinary(cloudEvent(event));
    }

    /** Writes the data of an event. */
    public static WrittenEvent write(Envelope<?> event) {
        Event data = event.data();
        return new WrittenEvent(
                event.id(),
                event.source(),
                EventTypes.nameOf(data.getClass()),
                event.time(),
                data.partitionKey(),
                event.correlationId(),
                event.causationId(),
                event.traceparent(),
                bytes(data));
    }

    /**
     * Reads a record.
     *
     * @return the event; empty when its type is not known here (a newer writer), which is no error
     * @throws UnreadableEvent when the bytes are no event, or lack what their type must hold
     */
    public static Optional<Envelope<? extends Event>> decode(
            Headers headers, byte @Nullable [] value) throws UnreadableEvent {
        String name = header(headers, "ce_type");
        if (name == null) {
            throw new UnreadableEvent("no CloudEvent: the header ce_type is missing");
        }
        Optional<Class<? extends Event>> type = EventTypes.byName(name);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        if (value == null) {
            throw new UnreadableEvent(name + " has no data");
        }
        return Optional.of(envelope(name, read(name, type.get(), value), headers));
    }

    private static CloudEvent cloudEvent(WrittenEvent event) {
        CloudEventData data = event::json;
        var builder =
                CloudEventBuilder.v1()
                        .withId(event.id())
                        .withSource(URI.create(event.source()))
                        .withType(event.type())
                        .withTime(event.time().atOffset(ZoneOffset.UTC))
                        .withSubject(event.key())
                        .withExtension(CORRELATION, event.correlationId())
                        .withData("application/json", data);
        if (event.causationId() != null) {
            builder.withExtension(CAUSATION, event.causationId());
        }
        if (event.traceparent() != null) {
            builder.withExtension(TRACEPARENT, event.traceparent());
        }
        return builder.build();
    }

    private static byte[] bytes(Event data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + data.getClass().getSimpleName(), e);
        }
    }

    private static Event read(String name, Class<? extends Event> type, byte[] value)
            throws UnreadableEvent {
        try {
            Event event = JSON.readValue(value, type);
            if (event == null) {
                throw new UnreadableEvent(name + " has the data null");
            }
            return event;
        } catch (IOException e) {
            throw new UnreadableEvent(name + " cannot be read: " + firstLine(e), e);
        }
    }

    private static Envelope<? extends Event> envelope(String name, Event data, Headers headers)
            throws UnreadableEvent {
        try {
            return new Envelope<>(
                    required(headers, "ce_id"),
                    required(headers, "ce_source"),
                    time(required(headers, "ce_time")),
                    required(headers, "ce_" + CORRELATION),
                    optional(headers, "ce_" + CAUSATION),
                    optional(headers, "ce_" + TRACEPARENT),
                    data);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableEvent(name + " is not a valid CloudEvent: " + e.getMessage(), e);
        }
    }

    private static String required(Headers headers, String name) {
        String value = header(headers, name);
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return bearable(name, value);
    }

    private static Instant time(String text) {
        Instant time = OffsetDateTime.parse(text).toInstant();
        if (!Bearable.is(time)) {
            throw new DateTimeException("the time " + text + " is too far away");
        }
        return time;
    }

    private static @Nullable String optional(Headers headers, String name) {
        String value = header(headers, name);
        return value == null ? null : bearable(name, value);
    }

    private static String bearable(String name, String value) {
        if (!Bearable.is(value)) {
            throw new IllegalArgumentException("the header " + name + " holds the character 0");
        }
        return value;
    }

    private static @Nullable String header(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
