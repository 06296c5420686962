package dev.ephor.connector.memory;

/** The three calls of a connector, to say which one a fault befalls. */
public enum Call {
    GRANT,
    WITHDRAW,
    OBSERVE
}
