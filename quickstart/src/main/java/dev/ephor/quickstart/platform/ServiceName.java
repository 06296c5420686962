package dev.ephor.quickstart.platform;

import java.util.Locale;

/** The five. */
public enum ServiceName {
    REQUEST,
    APPROVAL,
    MEMBERSHIP,
    PROVISIONING,
    AUDIT;

    /** The module's name, such as {@code request-service}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT) + "-service";
    }

    /** The name of its database and of the role that owns it. */
    public String database() {
        return "ephor_" + name().toLowerCase(Locale.ROOT);
    }

    /** membership-service keeps its state in Kafka Streams. */
    public boolean hasDatabase() {
        return this != MEMBERSHIP;
    }
}
