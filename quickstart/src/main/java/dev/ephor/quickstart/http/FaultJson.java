package dev.ephor.quickstart.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Faults as JSON:
 * `{"method":"POST","path":"/members/","kind":"status","status":429,"retryAfter":2,"count":3}`.
 * Kinds: status, status-after-commit, html502, reset, reset-after-commit, slow (with ms), refuse,
 * lie.
 */
final class FaultJson {
    private FaultJson() {}

    /**
     * @throws IllegalArgumentException naming what is wrong
     */
    static FaultRule read(ObjectNode json) {
        return new FaultRule(
                json.path("method").asText(""),
                json.path("path").asText(""),
                fault(json),
                number(json, "count", 0));
    }

    private static Fault fault(ObjectNode json) {
        String kind = json.path("kind").asText("");
        return switch (kind) {
            case "status" -> new Fault.Status(required(json, "status"), retryAfter(json));
            case "status-after-commit" -> new Fault.StatusAfterCommit(required(json, "status"));
            case "html502" -> new Fault.HtmlBadGateway();
            case "reset" -> new Fault.Reset(false);
            case "reset-after-commit" -> new Fault.Reset(true);
            case "slow" -> new Fault.Slow(Duration.ofMillis(required(json, "ms")));
            case "refuse" -> Fault.refuse();
            case "lie" -> new Fault.Lie();
            default ->
                    throw new IllegalArgumentException(
                            "kind is '"
                                    + kind
                                    + "': give status, status-after-commit, html502, reset,"
                                    + " reset-after-commit, slow, refuse or lie");
        };
    }

    private static OptionalInt retryAfter(ObjectNode json) {
        return json.has("retryAfter")
                ? OptionalInt.of(required(json, "retryAfter"))
                : OptionalInt.empty();
    }

    private static int required(ObjectNode json, String field) {
        if (!json.has(field)) {
            throw new IllegalArgumentException("this kind needs a number '" + field + "'");
        }
        return number(json, field, 0);
    }

    private static int number(ObjectNode json, String field, int otherwise) {
        JsonNode value = json.path(field);
        if (value.isMissingNode()) {
            return otherwise;
        }
        if (!value.canConvertToInt() || value.intValue() < 0) {
            throw new IllegalArgumentException(field + " must be a whole number, not " + value);
        }
        return value.intValue();
    }

    static ObjectNode write(FaultRule rule) {
        ObjectNode json = Json.object();
        json.put("method", rule.method());
        json.put("path", rule.path());
        json.put("fault", rule.fault().toString());
        json.put("count", rule.times());
        return json;
    }
}
