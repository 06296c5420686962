package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes objects and pages of them as Graph does. */
record ODataPage(ODataQuery query, String contextOf) {
    private static final String CONTEXT = "https://graph.microsoft.com/v1.0/$metadata#";

    /** One object, with its type left out as for any read of an entity by its own path. */
    static Reply entity(int status, Request request, String set, DirectoryObject object) {
        ObjectNode json = Json.object();
        json.put("@odata.context", CONTEXT + set + "/$entity");
        json.setAll(project(object, new ODataQuery(request).select()));
        return Reply.json(status, json);
    }

    /** Plain values, such as the ids that checkMemberGroups answers with. */
    static Reply values(List<String> values) {
        ObjectNode json = Json.object();
        json.put("@odata.context", CONTEXT + "Collection(Edm.String)");
        values.forEach(json.putArray("value")::add);
        return Reply.json(200, json);
    }

    /**
     * A page of objects.
     *
     * @param found at most one object more than the page holds; that one tells that there is a next
     *     page
     * @param total how many there are in all, where the request asked for it
     */
    Reply of(List<DirectoryObject> found, int total) {
        ObjectNode json = Json.object();
        json.put("@odata.context", CONTEXT + contextOf);
        if (query.counted()) {
            json.put("@odata.count", total);
        }
        List<DirectoryObject> page = found.subList(0, Math.min(found.size(), query.top()));
        if (page.size() < found.size()) {
            json.put("@odata.nextLink", nextLink(page.getLast().id()));
        }
        ArrayNode value = json.putArray("value");
        for (DirectoryObject object : page) {
            ObjectNode item = value.addObject();
            if (contextOf.equals("directoryObjects")) {
                item.put("@odata.type", object.odataType());
            }
            item.setAll(project(object, query.select()));
        }
        return Reply.json(200, json);
    }

    private String nextLink(String last) {
        Request request = query.request();
        String kept =
                request.query().entrySet().stream()
                        .filter(option -> !option.getKey().equals("$skiptoken"))
                        .map(option -> option.getKey() + "=" + encode(option.getValue()) + "&")
                        .collect(Collectors.joining());
        return "http://"
                + request.header("Host")
                + request.path()
                + "?"
                + kept
                + "$skiptoken="
                + last;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static ObjectNode project(DirectoryObject object, List<String> select) {
        return select.isEmpty()
                ? object.properties()
                : object.properties().deepCopy().retain(select);
    }
}
