package dev.ephor.approval.application;

import dev.ephor.events.ApprovalEvent;
import java.util.List;

/** Told inside the service when a transaction that said these events has committed. */
public record ApprovalsSaid(List<ApprovalEvent> events) {}
