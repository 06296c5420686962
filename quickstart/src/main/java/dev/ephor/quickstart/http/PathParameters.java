package dev.ephor.quickstart.http;

import java.util.Map;

/** The path segments that a route's pattern names. */
public record PathParameters(Map<String, String> byName) {
    public String of(String name) {
        String value = byName.get(name);
        if (value == null) {
            throw new IllegalStateException("The route names no segment '" + name + "'");
        }
        return value;
    }
}
