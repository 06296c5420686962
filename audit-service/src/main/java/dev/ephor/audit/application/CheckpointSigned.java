package dev.ephor.audit.application;

/** Fired when the log may have a new checkpoint; its transaction is over. */
public record CheckpointSigned() {}
