package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What one operation of a PATCH does to a group's members.
 *
 * @param users whom it names
 */
record MemberChange(Kind kind, List<String> users) {
    /** The forms that clients use. */
    public enum Kind {
        ADD,
        /** {@code "path": "members[value eq \"u1\"]"}. */
        REMOVE_BY_PATH,
        /** {@code "path": "members", "value": [{"value": "u1"}]}. */
        REMOVE_BY_VALUE,
        REMOVE_ALL,
        REPLACE
    }

    private static final Pattern NAMED = Pattern.compile("value\\s+eq\\s+\"([^\"]+)\"");

    /** Empty where the operation is about something else. */
    static Optional<MemberChange> of(JsonNode operation) {
        String path = operation.path("path").asText("").toLowerCase(Locale.ROOT);
        if (!path.startsWith("members")) {
            return Optional.empty();
        }
        if (path.contains("[")) {
            return Optional.of(new MemberChange(Kind.REMOVE_BY_PATH, named(operation)));
        }
        List<String> listed = new ArrayList<>();
        operation.path("value").forEach(member -> listed.add(member.path("value").asText()));
        return Optional.of(new MemberChange(kind(operation, listed), listed));
    }

    private static List<String> named(JsonNode operation) {
        return NAMED.matcher(operation.path("path").asText())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Kind kind(JsonNode operation, List<String> listed) {
        return switch (operation.path("op").asText("").toLowerCase(Locale.ROOT)) {
            case "add" -> Kind.ADD;
            case "remove" -> listed.isEmpty() ? Kind.REMOVE_ALL : Kind.REMOVE_BY_VALUE;
            default -> Kind.REPLACE;
        };
    }
}
