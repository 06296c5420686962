package dev.ephor.approval.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;

/** Events as lines of text, in the same words as on the wire: the type, a blank, the JSON. */
final class StoredEvent {
    private StoredEvent() {}

    static String line(Event event) {
        try {
            return EventTypes.nameOf(event.getClass())
                    + ' '
                    + EventCodec.json().writeValueAsString(event)
                    + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot write " + event, e);
        }
    }

    static Event.AboutMembership read(String line) {
        int blank = line.indexOf(' ');
        String type = line.substring(0, blank);
        try {
            return EventCodec.json()
                    .readValue(
                            line.substring(blank + 1),
                            EventTypes.byName(type)
                                    .orElseThrow()
                                    .asSubclass(Event.AboutMembership.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored " + type + " is unreadable", e);
        }
    }
}
