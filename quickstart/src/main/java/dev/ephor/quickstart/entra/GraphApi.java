package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Answer;
import dev.ephor.quickstart.http.Endpoint;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.util.UUID;

/**
 * All of Graph that the emulator knows, without authentication; refusals become Graph's error
 * shape.
 */
final class GraphApi implements Endpoint {
    private static final String JSON =
            "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8";

    private final Router router = new Router();

    GraphApi(Directory directory, Assignments assignments) {
        MembershipWrites writes = new MembershipWrites(directory);
        new UserPaths(directory).addTo(router);
        new GroupDelta(directory).addTo(router);
        new GroupPaths(directory, writes).addTo(router);
        new MembershipPaths(writes).addTo(router);
        new MembershipReads(directory).addTo(router);
        new MembershipChecks(directory).addTo(router);
        new AssignmentPaths(directory, assignments).addTo(router);
    }

    /** Adds `$batch`, whose items go through the given endpoint. */
    GraphApi withBatch(Endpoint items) {
        BatchPath batch = new BatchPath(items);
        router.on("POST", "/v1.0/$batch", (request, _) -> batch.answer(request));
        return this;
    }

    @Override
    public Answer answer(Request request) {
        Answer answer;
        try {
            answer = router.route(request).orElseThrow(() -> unknown(request));
        } catch (GraphException refusal) {
            answer = GraphErrors.of(request, refusal);
        }
        return answer instanceof Reply reply ? dressed(reply, request) : answer;
    }

    private GraphException unknown(Request request) {
        if (router.knows(request.path())) {
            return new GraphException(
                    405,
                    "Request_BadRequest",
                    "Specified HTTP method is not allowed for the request target.");
        }
        String segment = request.path().substring(request.path().lastIndexOf('/') + 1);
        return GraphException.malformed("Resource not found for the segment '" + segment + "'.");
    }

    private static Reply dressed(Reply reply, Request request) {
        Reply dressed = reply.with("request-id", UUID.randomUUID().toString());
        String correlation = request.header("client-request-id");
        if (correlation != null) {
            dressed = dressed.with("client-request-id", correlation);
        }
        return reply.body().length == 0 ? dressed : dressed.with("Content-Type", JSON);
    }
}
