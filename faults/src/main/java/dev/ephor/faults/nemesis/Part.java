package dev.ephor.faults.nemesis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process, or PostgreSQL with all of its. */
public enum Part {
    REQUEST,
    APPROVAL,
    MEMBERSHIP,
    PROVISIONING,
    AUDIT,
    BROKER,
    POSTGRES;

    static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    static Part named(String text) {
        return Arrays.stream(values())
                .filter(part -> part.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + text));
    }

    boolean isService() {
        return this != BROKER && this != POSTGRES;
    }

    /** As the platform calls it. */
    String text() {
        String name = name().toLowerCase(Locale.ROOT);
        return isService() ? name + "-service" : name;
    }
}
