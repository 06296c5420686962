package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;

/** `/v1.0/groups`: create, read, list, and PATCH with up to 20 members or owners. */
record GroupPaths(Directory directory, MembershipWrites writes) {
    void addTo(Router router) {
        router.on("POST", "/v1.0/groups", (request, _) -> create(request))
                .on("GET", "/v1.0/groups", (request, _) -> list(request))
                .on("GET", "/v1.0/groups/{id}", (request, p) -> read(request, p.of("id")))
                .on("PATCH", "/v1.0/groups/{id}", (request, p) -> bind(request, p.of("id")));
    }

    private Reply create(Request request) {
        ObjectNode body = Bodies.object(request);
        Group group = NewObjects.group(body);
        directory.put(group);
        writes.bindAll(group, body);
        return ODataPage.entity(201, request, "groups", group);
    }

    private Reply read(Request request, String id) {
        return ODataPage.entity(200, request, "groups", directory.group(id));
    }

    private Reply list(Request request) {
        return ObjectLists.page(directory, request, "groups", Group.class);
    }

    private Reply bind(Request request, String id) {
        ObjectNode body = Bodies.object(request);
        body.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!name.contains("@")) {
                                throw GraphException.badRequest(
                                        "The emulator changes members@odata.bind and owners@odata.bind of a"
                                                + " group, not '"
                                                + name
                                                + "'.");
                            }
                        });
        writes.bindAll(writes.writable(id), body);
        return Reply.empty(204);
    }
}
