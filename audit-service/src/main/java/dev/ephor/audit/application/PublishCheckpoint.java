package dev.ephor.audit.application;

/** Tells the world of a checkpoint when the transaction commits. */
@FunctionalInterface
public interface PublishCheckpoint {
    void publish(String origin, long size, String note);
}
