package dev.ephor.provisioning.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.ephor.events.EventCodec;

/** Rows as JSON objects whose members are columns: a batch is one parameter of one statement. */
final class Json {
    private static final ObjectMapper MAPPER =
            EventCodec.json().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);

    private Json() {}

    static String write(Object rows) {
        try {
            return MAPPER.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("rows cannot be written", e);
        }
    }

    static <T> T read(String row, Class<T> type) {
        try {
            return MAPPER.readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row cannot be read: " + row, e);
        }
    }
}
