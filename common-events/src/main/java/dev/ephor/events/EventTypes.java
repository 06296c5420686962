package dev.ephor.events;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The events by their names on the wire, gathered from the sealed hierarchy: a new record is known
 * without a list to keep.
 */
public final class EventTypes {
    private static final Map<String, Class<? extends Event>> BY_NAME = gather();
    private static final ClassValue<String> NAMES =
            new ClassValue<>() {
                @Override
                protected String computeValue(Class<?> type) {
                    EventType named = type.getAnnotation(EventType.class);
                    if (named == null) {
                        throw new IllegalStateException(type + " has no @EventType");
                    }
                    return named.value();
                }
            };

    private EventTypes() {}

    /** Every event, in the order of declaration. */
    public static Map<String, Class<? extends Event>> all() {
        return BY_NAME;
    }

    /** The record of a {@code ce_type}; empty for a type that this version does not know. */
    public static Optional<Class<? extends Event>> byName(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The {@code ce_type} of an event. */
    public static String nameOf(Class<? extends Event> type) {
        return NAMES.get(type);
    }

    private static Map<String, Class<? extends Event>> gather() {
        var found = new LinkedHashMap<String, Class<? extends Event>>();
        collect(Event.class, found);
        return Collections.unmodifiableMap(found);
    }

    private static void collect(Class<?> type, Map<String, Class<? extends Event>> found) {
        if (type.isRecord()) {
            found.put(type.getAnnotation(EventType.class).value(), type.asSubclass(Event.class));
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            collect(permitted, found);
        }
    }
}
