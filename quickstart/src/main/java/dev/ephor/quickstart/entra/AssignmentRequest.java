package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.entra.Assignment.Link;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a request for active access asks for, read as PIM reads it.
 *
 * @param from when it begins: now, where no later start was given
 * @param until as the request's expiration says; null: no end was given
 */
record AssignmentRequest(
        Action action,
        Link link,
        boolean justified,
        boolean validationOnly,
        Instant from,
        @Nullable Instant until) {

    /** What an app may ask for; there is no self that could activate. */
    enum Action {
        ADMIN_ASSIGN,
        ADMIN_UPDATE,
        ADMIN_REMOVE
    }

    static AssignmentRequest read(ObjectNode body, Instant now) {
        JsonNode schedule = body.path("scheduleInfo");
        JsonNode expiration = schedule.path("expiration");
        Instant start = instant(schedule.path("startDateTime"));
        Instant from = start == null || start.isBefore(now) ? now : start;
        return new AssignmentRequest(
                action(text(body, "action")),
                link(body),
                !body.path("justification").asText("").isBlank(),
                body.path("isValidationOnly").asBoolean(false),
                from,
                until(expiration, from));
    }

    private static Action action(String word) {
        return Arrays.stream(Action.values())
                .filter(a -> a.name().replace("_", "").equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                PimErrors.invalid(
                                        "The emulator serves adminAssign, adminUpdate and adminRemove to an app, not '"
                                                + word
                                                + "'."));
    }

    private static Link link(ObjectNode body) {
        String word = text(body, "accessId");
        Access access =
                Arrays.stream(Access.values())
                        .filter(a -> a.accessId().equalsIgnoreCase(word))
                        .findFirst()
                        .orElseThrow(() -> PimErrors.invalid("Unknown accessId '" + word + "'."));
        return new Link(
                text(body, "groupId").toLowerCase(Locale.ROOT),
                access,
                text(body, "principalId").toLowerCase(Locale.ROOT));
    }

    private static @Nullable Instant until(JsonNode expiration, Instant from) {
        String type = expiration.path("type").asText("notSpecified").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "afterduration" ->
                    from.plus(parsed(Duration::parse, expiration.path("duration").asText()));
            case "afterdatetime" -> instant(expiration.path("endDateTime"));
            case "noexpiration", "notspecified" -> null;
            default -> throw PimErrors.invalid("Unknown expiration type '" + type + "'.");
        };
    }

    /** A date without a zone is refused. */
    private static @Nullable Instant instant(JsonNode value) {
        return value.isMissingNode() || value.isNull()
                ? null
                : parsed(text -> OffsetDateTime.parse(text).toInstant(), value.asText());
    }

    private static <T> T parsed(Function<String, T> how, String text) {
        try {
            return how.apply(text);
        } catch (DateTimeException notOne) {
            throw PimErrors.invalid("'" + text + "' is no date with a zone and no duration.");
        }
    }

    private static String text(ObjectNode body, String property) {
        String value = body.path(property).asText("");
        if (value.isBlank()) {
            throw PimErrors.invalid("The required property '" + property + "' is missing.");
        }
        return value;
    }
}
