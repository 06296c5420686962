package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Filing;
import dev.ephor.audit.sealing.Identity;

/** A sealed entry with what it is known by and found under. */
public record Addition(Entry entry, Identity identity, Filing filing) {}
