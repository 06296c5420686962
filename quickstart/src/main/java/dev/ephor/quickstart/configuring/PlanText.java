package dev.ephor.quickstart.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Differences as lines: {@code +} new, {@code ~} changed, {@code -} removed. */
final class PlanText {
    private static final Map<String, String> SIGNS =
            Map.of("new", "+", "changed", "~", "removed", "-");

    private PlanText() {}

    static String of(JsonNode differences) {
        return StreamSupport.stream(differences.spliterator(), false)
                .map(PlanText::lines)
                .collect(Collectors.joining());
    }

    private static String lines(JsonNode difference) {
        var text = new StringBuilder();
        text.append(SIGNS.getOrDefault(difference.path("kind").asText(), "?"))
                .append(' ')
                .append(difference.path("what").asText())
                .append(
                        difference.path("drift").asBoolean()
                                ? "   drift: changed through the API since a file was applied"
                                : "")
                .append('\n');
        for (JsonNode member : difference.path("members")) {
            text.append(
                    "    %s: %s -> %s%n"
                            .formatted(
                                    member.path("name").asText(),
                                    member.path("from").asText("nothing"),
                                    member.path("to").asText("nothing")));
        }
        for (JsonNode weaker : difference.path("weaker")) {
            text.append("    weaker: %s%n".formatted(weaker.asText()));
        }
        return text.toString();
    }
}
