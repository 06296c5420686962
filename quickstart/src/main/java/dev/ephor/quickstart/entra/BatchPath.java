package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Json;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * `POST /v1.0/$batch`: up to 20 requests in one, side by side but for those that depend on others.
 */
record BatchPath(Endpoint items) {
    private static final int MOST_ITEMS = 20;
    private static final Executor THREADS = Thread::startVirtualThread;

    Reply answer(Request outer) {
        List<BatchItem> batch = read(outer);
        Map<String, CompletableFuture<Reply>> replies = new LinkedHashMap<>();
        for (BatchItem item : batch) {
            replies.put(item.id(), start(item, outer, replies));
        }
        ObjectNode json = Json.object();
        ArrayNode responses = json.putArray("responses");
        replies.forEach((id, reply) -> responses.add(BatchItem.response(id, reply.join())));
        return Reply.json(200, json);
    }

    private CompletableFuture<Reply> start(
            BatchItem item, Request outer, Map<String, CompletableFuture<Reply>> earlier) {
        List<CompletableFuture<Reply>> awaited =
                item.dependsOn().stream().map(earlier::get).toList();
        return CompletableFuture.allOf(awaited.toArray(CompletableFuture[]::new))
                .thenApplyAsync(
                        _ -> {
                            boolean failed =
                                    awaited.stream()
                                            .anyMatch(reply -> reply.join().status() >= 400);
                            return failed ? failedDependency(outer) : run(item.request(outer));
                        },
                        THREADS);
    }

    private Reply run(Request request) {
        Answer answer = items.answer(request);
        // An item has no connection of its own that could be cut: the gateway reports it instead.
        return answer instanceof Reply reply
                ? reply
                : GraphErrors.of(request, 503, "ServiceUnavailable", "The item got no answer.");
    }

    private static Reply failedDependency(Request outer) {
        return GraphErrors.of(
                outer, 424, "FailedDependency", "A request that this one depends on has failed.");
    }

    private static List<BatchItem> read(Request outer) {
        JsonNode requests = Bodies.object(outer).path("requests");
        if (!requests.isArray() || requests.isEmpty()) {
            throw GraphException.malformed("Batch request has no 'requests'.");
        }
        if (requests.size() > MOST_ITEMS) {
            throw GraphException.malformed(
                    "Number of batch request steps exceeds the maximum value of "
                            + MOST_ITEMS
                            + ".");
        }
        List<BatchItem> batch = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode request : requests) {
            BatchItem item = BatchItem.read(request, ids);
            ids.add(item.id());
            batch.add(item);
        }
        return batch;
    }
}
