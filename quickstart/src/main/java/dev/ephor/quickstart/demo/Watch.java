package dev.ephor.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.client.Requester;
import java.time.Duration;

/** Waits until Ephor says of an activation what has to come of it. */
record Watch(Requester requester, Stage stage) {
    /** How long anything may take before it counts as not happening. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    JsonNode await(String activation, String state) {
        JsonNode view =
                Polling.until(
                                PATIENCE,
                                () -> requester.activation(activation),
                                v -> state.equals(v.path("state").asText()))
                        .orElseGet(() -> requester.activation(activation));
        stage.confirm(
                "Ephor says: " + view.path("state").asText(),
                state.equals(view.path("state").asText()));
        return view;
    }
}
