package dev.ephor.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.Requester;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How long each stage of an activation took, from what led to it. */
final class StageTable {
    private record Leg(String name, String from, String to) {}

    private static final List<Leg> LEGS =
            List.of(
                    new Leg("request -> approved (a person, or at once)", "requested", "approved"),
                    new Leg("approved -> window open", "approved", "windowOpened"),
                    new Leg("window open -> directory confirmed", "windowOpened", "granted"),
                    new Leg("directory confirmed -> App1 confirmed", "granted", "targetConfirmed"),
                    new Leg("approved -> active, everywhere confirmed", "approved", "active"),
                    new Leg("closed -> directory confirmed", "closed", "removed"),
                    new Leg("closed -> App1 confirmed", "closed", "targetWithdrawn"),
                    new Leg("closed -> ended, everywhere confirmed", "closed", "ended"));

    private final Stage stage;

    StageTable(Stage stage) {
        this.stage = stage;
    }

    void print(Requester requester, List<String> activations) {
        List<JsonNode> views = activations.stream().map(requester::activation).toList();
        stage.line("");
        stage.line("  %-46s %12s %12s".formatted("stage, in ms", "with approval", "without"));
        for (Leg leg : LEGS) {
            stage.line(
                    "  %-46s %12s %12s"
                            .formatted(
                                    leg.name(),
                                    millis(views.getFirst(), leg),
                                    millis(views.getLast(), leg)));
        }
    }

    private static String millis(JsonNode view, Leg leg) {
        Optional<Instant> from = clock(view, leg.from());
        Optional<Instant> to = clock(view, leg.to());
        return from.isEmpty() || to.isEmpty()
                ? "-"
                : String.valueOf(Duration.between(from.get(), to.get()).toMillis());
    }

    /** A close has several names: one for each of what closed the window. */
    private static Optional<Instant> clock(JsonNode view, String stage) {
        List<String> names =
                stage.equals("closed")
                        ? List.of("expired", "deactivated", "revoked")
                        : List.of(stage);
        for (JsonNode milestone : view.path("stages")) {
            if (names.contains(milestone.path("stage").asText())) {
                return Optional.of(Instant.parse(milestone.path("at").asText()));
            }
        }
        return Optional.empty();
    }
}
