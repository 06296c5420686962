package dev.ephor.connector.entra;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.graph.core.content.BatchRequestContent;
import com.microsoft.kiota.RequestInformation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Up to 20 requests of one kind: one goes by itself, more go in one {@code POST /$batch}. */
record Batch(GraphClient client) {

    /** Graph refuses more. */
    static final int MOST = 20;

    /**
     * The reply to each, under the principal it is about. The outer status is 200 although every
     * item failed; where the batch itself failed, its reply is each one's.
     */
    Map<String, GraphReply> send(
            String tried, List<String> principals, Function<String, RequestInformation> request) {
        if (principals.size() == 1) {
            String only = principals.getFirst();
            return Map.of(only, client.send(tried, () -> request.apply(only)));
        }
        Map<String, String> principalsByStep = new HashMap<>();
        GraphReply outer = client.send(tried, () -> batched(principals, request, principalsByStep));
        Map<String, GraphReply> replies = new HashMap<>();
        principals.forEach(p -> replies.put(p, outer.succeeded() ? unanswered() : outer));
        if (outer.succeeded()) {
            for (JsonElement item : outer.body().getAsJsonArray("responses")) {
                JsonObject response = item.getAsJsonObject();
                String principal = principalsByStep.get(response.get("id").getAsString());
                if (principal != null) {
                    replies.put(principal, GraphReply.of(response));
                }
            }
        }
        return replies;
    }

    private RequestInformation batched(
            List<String> principals,
            Function<String, RequestInformation> request,
            Map<String, String> principalsByStep) {
        var content = new BatchRequestContent(client.graph());
        for (String principal : principals) {
            principalsByStep.put(content.addBatchRequestStep(request.apply(principal)), principal);
        }
        try {
            return client.graph().getBatchRequestBuilder().toPostRequestInformation(content);
        } catch (IOException e) {
            throw new UncheckedIOException("a batch is written to memory", e);
        }
    }

    /** Stands for an item that Graph left out; it may have been carried out. */
    static GraphReply unanswered() {
        return new GraphReply(502, null, new JsonObject());
    }
}
