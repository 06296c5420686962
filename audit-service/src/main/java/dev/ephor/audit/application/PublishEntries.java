package dev.ephor.audit.application;

import java.util.List;

/** Tells the world of sealed entries when the transaction commits, in their order. */
@FunctionalInterface
public interface PublishEntries {
    void publish(List<Line> lines);
}
