package dev.ephor.request.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.request.domain.Milestone;
import dev.ephor.request.domain.Progress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events and milestones as text in a row, in the JSON dialect of events. */
final class Documents {
    private static final TypeReference<List<Milestone>> MILESTONES = new TypeReference<>() {};

    /** How many of the events that were read last are kept; some kilobytes each. */
    private static final int KEPT = 500;

    /**
     * What a text was read as: events cannot change, and those of policies, groups, and of the
     * activations that are under way are read again and again.
     */
    private static final Map<String, Event> READ =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
                        private static final long serialVersionUID = 1L;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, Event> eldest) {
                            return size() > KEPT;
                        }
                    });

    private Documents() {}

    static String write(Object value) {
        try {
            return EventCodec.json().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + value.getClass(), e);
        }
    }

    static Event event(String type, String document) {
        Class<? extends Event> wanted = EventTypes.byName(type).orElseThrow();
        Event known = READ.get(document);
        if (wanted.isInstance(known)) {
            return known;
        }
        Event read = read(document, type, wanted);
        READ.put(document, read);
        return read;
    }

    private static Event read(String document, String type, Class<? extends Event> wanted) {
        try {
            return EventCodec.json().readValue(document, wanted);
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
