package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.QueryString;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request of a batch. */
record BatchItem(String id, List<String> dependsOn, JsonNode json) {
    /**
     * @param earlier the ids of the items before this one; the only ones it may depend on
     */
    static BatchItem read(JsonNode json, List<String> earlier) {
        String id = json.path("id").asText();
        if (id.isEmpty() || earlier.contains(id)) {
            throw GraphException.malformed("Request Id '" + id + "' has to be unique in a batch.");
        }
        List<String> dependsOn = new ArrayList<>();
        json.path("dependsOn").forEach(other -> dependsOn.add(other.asText()));
        if (!earlier.containsAll(dependsOn)) {
            throw GraphException.malformed(
                    "Request '" + id + "' depends on a request that is not before it.");
        }
        BatchItem item = new BatchItem(id, dependsOn, json);
        if (json.has("body") && !item.headers().containsKey("content-type")) {
            throw GraphException.malformed(
                    "Write request id : " + id + " does not contain Content-Type header or body.");
        }
        return item;
    }

    /**
     * The item as a request of its own, with what it takes over from the one that carries the
     * batch.
     */
    Request request(Request outer) {
        String url = json.path("url").asText();
        int question = url.indexOf('?');
        String path = question < 0 ? url : url.substring(0, question);
        Map<String, String> headers = headers();
        headers.putIfAbsent("host", String.valueOf(outer.header("Host")));
        return new Request(
                json.path("method").asText().toUpperCase(Locale.ROOT),
                url,
                "/v1.0"
                        + (path.startsWith("/") ? "" : "/")
                        + URLDecoder.decode(path, StandardCharsets.UTF_8),
                QueryString.parse(question < 0 ? null : url.substring(question + 1)),
                headers,
                json.has("body") ? Json.bytes(json.get("body")) : new byte[0]);
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        json.path("headers")
                .properties()
                .forEach(
                        h ->
                                headers.putIfAbsent(
                                        h.getKey().toLowerCase(Locale.ROOT),
                                        h.getValue().asText()));
        return headers;
    }

    static ObjectNode response(String id, Reply reply) {
        ObjectNode json = Json.object();
        json.put("id", id);
        json.put("status", reply.status());
        ObjectNode headers = json.putObject("headers");
        reply.headers().forEach(headers::put);
        if (reply.body().length > 0) {
            String text = new String(reply.body(), StandardCharsets.UTF_8);
            Json.parseObject(reply.body())
                    .ifPresentOrElse(body -> json.set("body", body), () -> json.put("body", text));
        }
        return json;
    }
}
