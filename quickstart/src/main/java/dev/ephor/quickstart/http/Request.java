package dev.ephor.quickstart.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came in: the path decoded, the query and the header names as maps.
 *
 * @param target path and query as they came, still encoded
 * @param headers by lower-case name; the first value where a name came more than once
 */
public record Request(
        String method,
        String target,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body) {

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** The parameter's decoded value, or null where the request has none of that name. */
    public @Nullable String parameter(String name) {
        return query.get(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The token of an `Authorization: Bearer` header, or null without one. */
    public @Nullable String bearerToken() {
        String value = header("Authorization");
        if (value == null || !value.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return null;
        }
        return value.substring(7).strip();
    }
}
