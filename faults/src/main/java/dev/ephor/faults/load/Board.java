package dev.ephor.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.HttpCalls;
import java.io.UncheckedIOException;

/** The board on which Ephor shows what a directory has and should not have, or the reverse. */
record Board(HttpCalls calls, String baseUrl) {

    /** Whether it is there; not, where nobody answers. */
    boolean shows(Life.Who who) {
        try {
            for (JsonNode line :
                    calls.get(baseUrl + "/ephor/v1/windows/drifts").body().path("value")) {
                if (line.path("group").asText().equals(who.group())
                        && line.path("principal").asText().equals(who.principal())) {
                    return true;
                }
            }
            return false;
        } catch (UncheckedIOException e) {
            return false;
        }
    }
}
