package dev.ephor.quickstart.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.audit.LogCheck;
import dev.ephor.quickstart.audit.LogReader;
import dev.ephor.quickstart.client.Polling;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The audit log of the run: as a timeline, and checked. */
final class AuditedRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LogReader log;
    private final Stage stage;

    AuditedRun(Platform platform, Stage stage) {
        this.log = platform.auditLog(World.AUDITOR, SignIn.MFA);
        this.stage = stage;
    }

    void show(List<String> activations) {
        stage.step("The audit log of the run");
        List<JsonNode> stories = activations.stream().map(this::completeStory).toList();
        List<JsonNode> entries = log.entries();
        entries.stream()
                .filter(e -> !e.path("about").path("activation").isMissingNode())
                .forEach(this::print);
        stage.confirm(
                "no gap in the sequence of %d entries, every hash right".formatted(entries.size()),
                fault(entries).isEmpty());
        for (JsonNode story : stories) {
            stage.confirm(
                    "the story of activation %s is complete"
                            .formatted(story.path("activation").asText()),
                    story.path("complete").asBoolean());
        }
    }

    private String fault(List<JsonNode> entries) {
        String fault = new LogCheck().firstFault(entries, log.head()).orElse("");
        if (!fault.isEmpty()) {
            stage.say(fault);
        }
        return fault;
    }

    /** Sealing follows a moment behind. */
    private JsonNode completeStory(String activation) {
        return Polling.until(
                        PATIENCE, () -> log.story(activation), s -> s.path("complete").asBoolean())
                .orElseGet(() -> log.story(activation));
    }

    private void print(JsonNode entry) {
        String type = entry.path("event").path("type").asText().replaceFirst("^dev\\.ephor\\.", "");
        stage.line(
                "        %5d  %s  %-38s %s"
                        .formatted(
                                entry.path("sequence").asLong(),
                                time(entry.path("event").path("time").asText()),
                                type,
                                detail(entry.path("data"))));
    }

    private static String time(String instant) {
        return Instant.parse(instant)
                .toString()
                .replaceFirst(".*T", "")
                .replaceFirst("(\\.\\d{3}).*", "$1");
    }

    private static String detail(JsonNode data) {
        if (data.has("violations")) {
            return data.path("violations").findValuesAsText("rule").toString();
        }
        if (data.has("target")) {
            return data.path("target").asText() + " " + data.path("change").asText();
        }
        return data.path("decision").path("approver").isMissingNode()
                ? ""
                : "by " + data.path("decision").path("approver").asText();
    }
}
