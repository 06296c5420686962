package dev.ephor.kit.rate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.kit.rest.RequestBody;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Calls that take access away or refuse it. Whoever is in a hurry to do that is never told to wait.
 */
@Singleton
class Uncounted {
    /** Members of a body, and the values with which it ends or refuses access. */
    private static final Map<String, Set<String>> ENDING =
            Map.of(
                    "action", Set.of("selfdeactivate", "adminremove"),
                    "reviewResult", Set.of("deny", "denied"),
                    "decision", Set.of("deny", "denied"));

    private final RequestBody body;
    private final ObjectMapper json;

    Uncounted(RequestBody body, ObjectMapper json) {
        this.body = body;
        this.json = json;
    }

    boolean holds(ContainerRequestContext request) {
        return switch (request.getMethod()) {
            case HttpMethod.DELETE -> true;
            case HttpMethod.POST, HttpMethod.PATCH ->
                    isResponse(request.getUriInfo().getPath()) || ends(body.peek(request));
            default -> false;
        };
    }

    private static boolean isResponse(String path) {
        return path.endsWith("/cancel")
                || path.contains("ephor/v1/signals/")
                || path.contains("ephor/v1/responses/");
    }

    private static boolean ends(JsonNode object, String member) {
        String value = object.path(member).asText().toLowerCase(Locale.ROOT);
        return Objects.requireNonNull(ENDING.get(member)).contains(value);
    }

    private boolean ends(byte[] sent) {
        try {
            JsonNode object = json.readTree(sent);
            // All that are there: one word about ending must not carry another past the count.
            List<String> given = ENDING.keySet().stream().filter(object::has).toList();
            return !given.isEmpty() && given.stream().allMatch(member -> ends(object, member));
        } catch (IOException e) {
            // No JSON: the resource says so, and it counts.
            return false;
        }
    }
}
