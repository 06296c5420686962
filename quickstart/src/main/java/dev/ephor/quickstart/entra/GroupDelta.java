package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.http.Journal.Entry;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * `GET /v1.0/groups/delta`: who became or ceased to be a member or owner since a token, from
 * `$deltatoken=latest` on. A token of another life of the emulator is answered by 410, as one that
 * is too old.
 */
record GroupDelta(Directory directory, String life) {
    private static final int PAGE = 200;

    GroupDelta(Directory directory) {
        this(directory, UUID.randomUUID().toString());
    }

    void addTo(Router router) {
        router.on("GET", "/v1.0/groups/delta", (request, _) -> answer(request))
                .on("GET", "/v1.0/groups/delta()", (request, _) -> answer(request));
    }

    private Reply answer(Request request) {
        List<Entry<DirectoryEffect>> news = directory.seenAfter(since(request));
        boolean more = news.size() > PAGE;
        List<Entry<DirectoryEffect>> page = more ? news.subList(0, PAGE) : news;
        long reached = page.isEmpty() ? since(request) : page.getLast().sequence();
        ObjectNode json = Json.object();
        json.put("@odata.context", "https://graph.microsoft.com/v1.0/$metadata#groups");
        json.put(
                more ? "@odata.nextLink" : "@odata.deltaLink",
                link(request, more ? "$skiptoken" : "$deltatoken", reached));
        ArrayNode value = json.putArray("value");
        byGroup(page, request).values().forEach(value::add);
        return Reply.json(200, json);
    }

    private long since(Request request) {
        String token =
                Optional.ofNullable(request.parameter("$skiptoken"))
                        .or(() -> Optional.ofNullable(request.parameter("$deltatoken")))
                        .orElseThrow(GroupDelta::withoutToken);
        if (token.equals("latest")) {
            return directory.seenAfter(0).size();
        }
        String[] parts = token.split("\\.");
        if (parts.length != 2 || !parts[0].equals(life)) {
            throw new GraphException(
                    410, "syncStateNotFound", "The sync state generation is not found.");
        }
        return Long.parseLong(parts[1]);
    }

    private static GraphException withoutToken() {
        return GraphException.badRequest(
                "The emulator tells changes from a token on: begin with $deltatoken=latest.");
    }

    private String link(Request request, String option, long reached) {
        String select = request.parameter("$select");
        return "http://%s%s?%s%s=%s.%d"
                .formatted(
                        request.header("Host"),
                        request.path(),
                        select == null ? "" : "$select=" + select + "&",
                        option,
                        life,
                        reached);
    }

    /** Of several changes of one link the last counts. */
    private static Map<String, ObjectNode> byGroup(
            List<Entry<DirectoryEffect>> page, Request request) {
        String select = String.valueOf(request.parameter("$select"));
        Map<List<Object>, DirectoryEffect> last = new LinkedHashMap<>();
        page.stream()
                .map(Entry::effect)
                .filter(e -> select.contains(e.access().property()))
                .forEach(e -> last.put(List.of(e.group(), e.principal(), e.access()), e));
        Map<String, ObjectNode> groups = new LinkedHashMap<>();
        last.values().forEach(effect -> enter(groups, effect));
        return groups;
    }

    private static void enter(Map<String, ObjectNode> groups, DirectoryEffect effect) {
        ObjectNode group =
                groups.computeIfAbsent(effect.group(), id -> Json.object().put("id", id));
        ObjectNode link =
                group.withArray(effect.access().property() + "@delta")
                        .addObject()
                        .put("@odata.type", "#microsoft.graph.user")
                        .put("id", effect.principal());
        if (effect.change() == Change.REMOVE) {
            link.putObject("@removed").put("reason", "deleted");
        }
    }
}
