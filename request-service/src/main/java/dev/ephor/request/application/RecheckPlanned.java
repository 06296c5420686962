package dev.ephor.request.application;

import java.time.Instant;

/** An activation begins later, and is looked at again then. */
record RecheckPlanned(Instant at) {}
