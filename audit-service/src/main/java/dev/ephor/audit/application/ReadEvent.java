package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;

/** Understands a sealed record, as far as this version can. */
@FunctionalInterface
public interface ReadEvent {
    Reading read(Leaf leaf);

    /** What a record is to this version. */
    sealed interface Reading {
        record Known(Envelope<? extends Event> event) implements Reading {}

        /** A type that a newer writer knows. */
        record UnknownType() implements Reading {}

        /**
         * @param why one line
         */
        record Unreadable(String why) implements Reading {}
    }
}
