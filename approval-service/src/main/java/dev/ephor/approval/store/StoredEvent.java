package dev.ephor.approval.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;

/** Events as text in a row, in the same words as on the wire. */
final class StoredEvent {
    private StoredEvent() {}

    static String write(Event event) {
        try {
            return EventCodec.json().writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + event, e);
        }
    }

    static <E extends Event> E read(String text, Class<E> type) {
        try {
            return EventCodec.json().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a stored " + type.getSimpleName() + " is unreadable", e);
        }
    }

    static Event.AboutMembership read(String text, String type) {
        return read(
                text,
                EventTypes.byName(type).orElseThrow().asSubclass(Event.AboutMembership.class));
    }

    static String typeOf(Event event) {
        return EventTypes.nameOf(event.getClass());
    }
}
