package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;

/** `/v1.0/users`: create, read, list. */
record UserPaths(Directory directory) {
    void addTo(Router router) {
        router.on("POST", "/v1.0/users", (request, _) -> create(request))
                .on("GET", "/v1.0/users", (request, _) -> list(request))
                .on("GET", "/v1.0/users/{id}", (request, p) -> read(request, p.of("id")));
    }

    private Reply create(Request request) {
        ObjectNode body = Bodies.object(request);
        User user = NewObjects.user(body);
        if (directory.hasUserNamed(user.userPrincipalName())) {
            throw GraphException.badRequest(
                    "Another object with the same value for property userPrincipalName already exists.");
        }
        directory.put(user);
        return ODataPage.entity(201, request, "users", user);
    }

    private Reply read(Request request, String id) {
        return ODataPage.entity(200, request, "users", directory.user(id));
    }

    private Reply list(Request request) {
        return ObjectLists.page(directory, request, "users", User.class);
    }
}
