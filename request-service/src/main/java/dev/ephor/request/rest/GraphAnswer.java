package dev.ephor.request.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** OData's wrapping of objects that are built as JSON. */
final class GraphAnswer {
    private GraphAnswer() {}

    static ObjectNode one(UriInfo uri, String set, ObjectNode object) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", context(uri, set) + "/$entity");
        answer.setAll(object);
        return answer;
    }

    static ObjectNode many(UriInfo uri, String set, List<ObjectNode> objects) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("@odata.context", context(uri, set));
        if ("true".equals(uri.getQueryParameters().getFirst("$count"))) {
            answer.put("@odata.count", objects.size());
        }
        answer.putArray("value").addAll(objects);
        return answer;
    }

    private static String context(UriInfo uri, String set) {
        return uri.getBaseUri() + "v1.0/$metadata#" + set;
    }
}
