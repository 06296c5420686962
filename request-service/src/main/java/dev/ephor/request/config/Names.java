package dev.ephor.request.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The things of one kind that a tenant has: each once, and no other can be referred to. */
final class Names {
    private final String kind;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<YamlValue> later = new ArrayList<>();

    Names(String kind) {
        this.kind = kind;
    }

    /** A new one; a fault where it is there already. */
    void define(String name, YamlMap where) {
        Integer first = lines.putIfAbsent(name, where.line());
        if (first != null && !name.isEmpty()) {
            where.fault(
                    "defines the %s '%s' again (first in line %d)".formatted(kind, name, first));
        }
    }

    /** One that can be referred to, however often it is mentioned. */
    void know(String name) {
        lines.putIfAbsent(name, 0);
    }

    /** One that has to be there; a fault where it is not. */
    String refer(YamlValue value) {
        String name = value.id();
        if (!name.isEmpty() && !lines.containsKey(name)) {
            value.fault("'%s' is no %s of this tenant%s".formatted(name, kind, known()));
        }
        return name;
    }

    /** One that may be defined further down; {@link #settle} looks whether it was. */
    String referLater(YamlValue value) {
        String name = value.id();
        if (!name.isEmpty()) {
            later.add(value);
        }
        return name;
    }

    /** Looks at what was referred to before it could be known. */
    void settle() {
        later.forEach(this::refer);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    private String known() {
        return lines.isEmpty() || lines.size() > 10
                ? ""
                : "; there are: " + String.join(", ", lines.keySet());
    }
}
