package dev.ephor.quickstart.http;

/** Something that answers requests; called on a virtual thread, many at once. */
@FunctionalInterface
public interface Endpoint {
    Answer answer(Request request);
}
