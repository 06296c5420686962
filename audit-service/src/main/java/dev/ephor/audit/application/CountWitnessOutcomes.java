package dev.ephor.audit.application;

/** Counts what witnesses say. */
@FunctionalInterface
public interface CountWitnessOutcomes {
    void count(String witness, WitnessOutcome.Kind outcome);
}
