package dev.ephor.connector.entra;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.ephor.connector.RetryAfter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came back from Graph, alone or as an item of a batch. Read here rather than by the SDK,
 * which loses the status where a gateway answers with a page or with nothing.
 *
 * @param retryAfter the header's value, if there was one
 * @param body empty where no JSON object came
 */
record GraphReply(int status, @Nullable String retryAfter, JsonObject body) {

    /**
     * @param text whatever came
     */
    static GraphReply of(int status, @Nullable String retryAfter, String text) {
        return new GraphReply(status, retryAfter, object(parsed(text)));
    }

    /** An item of the {@code responses} of a batch. */
    static GraphReply of(JsonObject item) {
        String retryAfter =
                object(item.get("headers")).entrySet().stream()
                        .filter(h -> h.getKey().equalsIgnoreCase("Retry-After"))
                        .map(Map.Entry::getValue)
                        .map(JsonElement::getAsString)
                        .findFirst()
                        .orElse(null);
        return new GraphReply(item.get("status").getAsInt(), retryAfter, object(item.get("body")));
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** How Graph says that what is to be added is there: by the text alone. */
    boolean saysAlreadyThere() {
        return status == 400 && message().contains("already exist");
    }

    /**
     * Something that the request names does not exist: the group, the principal, or the link
     * between them. The text is the same for each.
     */
    boolean saysNotThere() {
        return status == 404 || (status == 400 && message().contains("do not exist"));
    }

    /** PIM has an assignment of that principal already. */
    boolean saysAssigned() {
        return code().equalsIgnoreCase("RoleAssignmentExists");
    }

    /** What became of a request to PIM; empty where that is not said. */
    String requestStatus() {
        return string(body.get("status"));
    }

    /** Where a collection goes on; null on its last page. */
    @Nullable String nextLink() {
        return link("@odata.nextLink");
    }

    /** Where to ask for later changes; null on all but the last page of a delta query. */
    @Nullable String deltaLink() {
        return link("@odata.deltaLink");
    }

    private @Nullable String link(String name) {
        String url = string(body.get(name));
        return url.isEmpty() ? null : url;
    }

    /** The token of a delta query is too old, or of a state that is gone. */
    boolean saysTokenLost() {
        String code = string(error().get("code"));
        return status == 410
                || ((status == 400 || status == 404)
                        && (code.equalsIgnoreCase("syncStateNotFound")
                                || code.equalsIgnoreCase("resyncRequired")));
    }

    /** Code and message. */
    String said() {
        JsonObject said = innermost();
        return code() + ": " + string(said.get("message"));
    }

    /** The error's code; the empty string where there is none. */
    String code() {
        JsonObject said = innermost();
        return string(said.get(said.has("errorCode") ? "errorCode" : "code"));
    }

    /** Some errors of PIM hide theirs in a second document. */
    private JsonObject innermost() {
        JsonObject error = error();
        if (!"UnknownError".equals(string(error.get("code")))) {
            return error;
        }
        JsonObject inner = object(parsed(message()));
        return inner.has("errorCode") ? inner : error;
    }

    private String message() {
        return string(error().get("message"));
    }

    private JsonObject error() {
        return object(body.get("error"));
    }

    @Nullable Duration wait(Instant now) {
        return RetryAfter.parse(retryAfter, now);
    }

    private static @Nullable JsonElement parsed(String text) {
        try {
            return JsonParser.parseString(text);
        } catch (JsonParseException notJson) {
            return null;
        }
    }

    static JsonObject object(@Nullable JsonElement element) {
        return element != null && element.isJsonObject()
                ? element.getAsJsonObject()
                : new JsonObject();
    }

    static String string(@Nullable JsonElement element) {
        return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
    }
}
