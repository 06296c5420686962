package dev.ephor.quickstart.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.app.Manners.Others;
import dev.ephor.quickstart.app.Manners.Reading;
import dev.ephor.quickstart.app.Manners.Showing;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a vendor's application tells of its groups. */
record ReadRules(Reading manners) {
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern COMPARISON =
            Pattern.compile("([\\w.:]+)\\s+(eq|ne|co|sw|ew|gt|ge|lt|le|pr)\\b");

    /** The answer to a filter that finds nothing here, or is refused. */
    Optional<Reply> toFilter(Request request) {
        String filter = request.parameter("filter");
        if (filter == null || manners.groupFilters().isEmpty() || isKnown(filter)) {
            return Optional.empty();
        }
        return Optional.of(
                manners.others() == Others.REFUSED
                        ? ScimErrors.of(400, "ValidationException: the filter is not supported")
                        : nothing());
    }

    private boolean isKnown(String filter) {
        String bare = TEXT.matcher(filter.toLowerCase(Locale.ROOT)).replaceAll("''");
        return COMPARISON
                .matcher(bare)
                .results()
                .allMatch(
                        comparison ->
                                comparison.group(2).equals("eq")
                                        && manners.groupFilters().contains(comparison.group(1)));
    }

    private static Reply nothing() {
        ObjectNode list = Json.object();
        list.putArray("schemas").add("urn:ietf:params:scim:api:messages:2.0:ListResponse");
        list.put("totalResults", 0).put("startIndex", 1).put("itemsPerPage", 0);
        list.putArray("Resources");
        return scim(200, list);
    }

    /** The reply with as many members as this application shows. */
    Reply shown(Request request, Reply reply) {
        String asked = String.valueOf(request.parameter("attributes"));
        boolean all =
                manners.members() == Showing.ALWAYS
                        || (manners.members() == Showing.WHEN_ASKED && asked.contains("members"));
        return all
                ? reply
                : Json.parseObject(reply.body())
                        .map(body -> scim(reply.status(), without(body)))
                        .orElse(reply);
    }

    private ObjectNode without(ObjectNode body) {
        hide(body);
        body.path("Resources").forEach(this::hide);
        return body;
    }

    private void hide(JsonNode resource) {
        if (resource instanceof ObjectNode group && group.remove("members") != null) {
            if (manners.members() == Showing.NEVER) {
                group.putArray("members");
            }
        }
    }

    private static Reply scim(int status, ObjectNode body) {
        return Reply.json(status, body).with("Content-Type", ScimEndpoint.MEDIA_TYPE);
    }
}
