package dev.ephor.kit.time;

/** Where new ids come from; a port, so that a test can number them. */
@FunctionalInterface
public interface Ids {
    /** A new id, unique without coordination, in the text form of a UUID. */
    String next();
}
