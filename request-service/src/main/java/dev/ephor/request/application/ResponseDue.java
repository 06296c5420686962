package dev.ephor.request.application;

import java.time.Instant;

/** A response has something to do by itself. */
record ResponseDue(Instant at) {}
