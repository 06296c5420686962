package dev.ephor.connector.conformance;

/** What the groups of tests have in common: the scene that they play in. */
interface OnStage {
    Scene scene();
}
