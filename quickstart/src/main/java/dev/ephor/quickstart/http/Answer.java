package dev.ephor.quickstart.http;

/** What becomes of a request: a reply, or a connection that ends without one. */
public sealed interface Answer permits Reply, Hangup {}
