package dev.ephor.request.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.request.domain.Milestone;
import dev.ephor.request.domain.Progress;
import java.util.List;

/** Events and milestones as text in a row, in the JSON dialect of events. */
final class Documents {
    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};

    private Documents() {}

    static String write(Object value) {
        try {
            return EventCodec.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value.getClass(), e);
        }
    }

    static Event event(String type, String document) {
        try {
            return EventCodec.json().readValue(document, EventTypes.byName(type).orElseThrow());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row of type " + type + " cannot be read", e);
        }
    }

    static <T> T read(String document, Class<T> type) {
        try {
            return EventCodec.json().readValue(document, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row that is a " + type + " cannot be read", e);
        }
    }

    static Progress progress(String document) {
        try {
            return new Progress(EventCodec.json().readValue(document, MILESTONES));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the milestones of a row cannot be read", e);
        }
    }
}
