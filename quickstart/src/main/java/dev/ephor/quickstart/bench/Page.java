package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * What matters of a list's answer, Graph's or Ephor's own.
 *
 * @param entries how many it has; -1: it has no list
 * @param more whether it says that another page follows
 */
record Page(int entries, boolean more) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Reads it without keeping it: the load shares its processors with what is measured. */
    static Page of(byte[] answer) {
        int entries = -1;
        boolean more = false;
        try (JsonParser json = JSON.createParser(answer)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_ARRAY) {
                    entries = length(json);
                } else {
                    more |= name.endsWith("nextLink") && value == JsonToken.VALUE_STRING;
                    json.skipChildren();
                }
            }
        } catch (IOException e) {
            return new Page(-1, false);
        }
        return new Page(entries, more);
    }

    private static int length(JsonParser array) throws IOException {
        int length = 0;
        while (array.nextToken() != JsonToken.END_ARRAY) {
            array.skipChildren();
            length++;
        }
        return length;
    }

    @Override
    public String toString() {
        return entries + " entries, " + (more ? "and more follow" : "and no more");
    }
}
