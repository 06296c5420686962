package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Identity;

/** A sealed entry with what it is known by. */
public record Addition(Entry entry, Identity identity) {}
