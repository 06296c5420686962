package dev.ephor.quickstart.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A part of an activation's way, between two of its stages. */
record Leg(String name, String from, String to) {
    static final List<Leg> ALL =
            List.of(
                    new Leg("requested -> approved", "requested", "approved"),
                    new Leg("approved -> window open", "approved", "windowOpened"),
                    new Leg("window open -> directory confirmed", "windowOpened", "granted"),
                    new Leg("directory confirmed -> App1 confirmed", "granted", "targetConfirmed"),
                    new Leg("App1 confirmed -> active", "targetConfirmed", "active"),
                    new Leg("requested -> active (everything read back)", "requested", "active"));

    /** By the clocks of the services, which run on one machine. */
    Distribution distribution(List<JsonNode> views) {
        return new Distribution(views.stream().flatMap(this::millis).toList());
    }

    private Stream<Double> millis(JsonNode view) {
        Optional<Instant> start = clock(view, from);
        Optional<Instant> end = clock(view, to);
        return start.isPresent() && end.isPresent()
                ? Stream.of(Duration.between(start.get(), end.get()).toNanos() / 1e6)
                : Stream.empty();
    }

    static Optional<Instant> clock(JsonNode view, String stage) {
        for (JsonNode milestone : view.path("stages")) {
            if (stage.equals(milestone.path("stage").asText())) {
                return Optional.of(Bench.instant(milestone.path("at")));
            }
        }
        return Optional.empty();
    }
}
