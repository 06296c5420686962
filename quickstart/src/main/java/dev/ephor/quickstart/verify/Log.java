package dev.ephor.quickstart.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** A log that can be asked. */
interface Log {
    /** Where there is none, all that counts is in files. */
    Log NONE =
            new Log() {
                @Override
                public JsonNode get(String path) {
                    throw new IllegalStateException(
                            "this needs the log itself: leave --entries out");
                }

                @Override
                public String text(String path) {
                    return get(path).asText();
                }

                @Override
                public Stream<JsonNode> entries() {
                    return Stream.of(get(""));
                }
            };

    /** JSON below the audit API's address. */
    JsonNode get(String path);

    String text(String path);

    /** All of them, in sequence. */
    Stream<JsonNode> entries();

    default List<String> keys() {
        return text("log/keys").lines().toList();
    }

    default String checkpoint() {
        return text("log/checkpoint");
    }

    default List<JsonNode> story(String activation) {
        return get("activations/" + activation).path("entries").valueStream().toList();
    }
}
