package dev.ephor.connector.memory;

/** The calls of a connector, to say which one a fault befalls; LIST is every call of its roster. */
public enum Call {
    GRANT,
    WITHDRAW,
    OBSERVE,
    LIST,
    CHECK
}
