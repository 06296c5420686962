package dev.ephor.audit.application;

import dev.ephor.audit.sealing.Head;
import dev.ephor.audit.tree.Frontier;

/** The end of the log, with what its tree needs to grow. */
public record Tip(Head head, Frontier tree) {}
