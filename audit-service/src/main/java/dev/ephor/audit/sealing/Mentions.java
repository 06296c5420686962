package dev.ephor.audit.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.events.EventCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What an event's data says that a search asks for. Whatever the type, it is found by the names of
 * its members, so that an event of a newer writer is found as well.
 *
 * @param approvers who was asked to decide, or decided
 * @param words what people wrote: justifications, reasons, evidence
 */
public record Mentions(
        @Nullable String target,
        @Nullable String ticket,
        List<String> approvers,
        @Nullable String words) {
    public static final Mentions NONE = new Mentions(null, null, List.of(), null);

    private static final String SIGNALS = "ephor.signals";
    private static final int LONGEST = 10_000;

    public Mentions {
        approvers = List.copyOf(approvers);
    }

    static Mentions of(Leaf leaf) {
        try {
            byte[] value = leaf.value();
            return value == null ? NONE : of(leaf, EventCodec.json().readTree(value));
        } catch (IOException e) {
            return NONE;
        }
    }

    private static Mentions of(Leaf leaf, JsonNode data) {
        if (!data.isObject()) {
            return NONE;
        }
        String number = leaf.topic().equals(SIGNALS) ? "/number" : "/ticket/number";
        return new Mentions(
                id(data.path("target")), id(data.at(number)), approvers(data), words(data));
    }

    private static List<String> approvers(JsonNode data) {
        return Stream.concat(
                        decisions(data).map(decision -> decision.path("approver")),
                        elements(data.path("approvers")))
                .map(Mentions::id)
                .filter(Objects::nonNull)
                .filter(approver -> approver.indexOf('\n') < 0)
                .distinct()
                .toList();
    }

    private static Stream<JsonNode> decisions(JsonNode data) {
        return Stream.concat(Stream.of(data.path("decision")), elements(data.path("decisions")));
    }

    private static @Nullable String words(JsonNode data) {
        String words =
                Stream.concat(
                                Stream.of("justification", "reason", "evidence").map(data::path),
                                decisions(data).map(decision -> decision.path("reason")))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("\n"))
                        .replace('\0', ' ');
        return words.isBlank() ? null : kept(words.substring(0, Math.min(LONGEST, words.length())));
    }

    private static Stream<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static @Nullable String id(JsonNode text) {
        String found = text.isTextual() ? Attributes.searchable(text.asText()) : null;
        return found == null ? null : kept(found);
    }

    /** As a database gives it back: half of a surrogate pair is no character. */
    private static String kept(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
