package dev.ephor.quickstart.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.HttpCalls;
import java.util.ArrayList;
import java.util.List;

/** Reads the log by its API, in the name of an auditor. */
public final class LogReader {
    private final HttpCalls http;
    private final String baseUrl;

    public LogReader(String baseUrl, String token) {
        this.http = new HttpCalls(token);
        this.baseUrl = baseUrl;
    }

    /** Every entry, in sequence. */
    public List<JsonNode> entries() {
        List<JsonNode> all = new ArrayList<>();
        String url = baseUrl + "/ephor/v1/audit/entries?limit=1000";
        while (!url.isEmpty()) {
            JsonNode page = get(url);
            page.path("entries").forEach(all::add);
            url = page.path("nextLink").asText("");
        }
        return all;
    }

    public JsonNode head() {
        return get(baseUrl + "/ephor/v1/audit/head");
    }

    /** One activation's story. */
    public JsonNode story(String activation) {
        return get(baseUrl + "/ephor/v1/audit/activations/" + activation);
    }

    private JsonNode get(String url) {
        HttpCalls.Reply reply = http.get(url);
        if (reply.status() != 200 && reply.status() != 404) {
            throw new IllegalStateException("the audit log does not answer: " + reply);
        }
        return reply.body();
    }
}
