package dev.ephor.connector.scim;

import java.util.Map;

/**
 * An answer as it came.
 *
 * @param body empty where there was none
 */
record Reply(int status, Map<String, String> headers, String body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    String header(String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
