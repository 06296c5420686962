package dev.ephor.quickstart.http;

/** The connection is closed and the client never learns what became of its request. */
public record Hangup() implements Answer {}
