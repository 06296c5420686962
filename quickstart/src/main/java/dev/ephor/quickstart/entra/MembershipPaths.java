package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;

/** Writes under `/v1.0/groups/{id}/members` and `/owners`. */
record MembershipPaths(MembershipWrites writes) {
    void addTo(Router router) {
        for (Access access : Access.values()) {
            String path = "/v1.0/groups/{id}/" + access.property();
            router.on("POST", path + "/$ref", (request, p) -> add(request, p.of("id"), access))
                    .on(
                            "DELETE",
                            path + "/{principal}/$ref",
                            (_, p) -> remove(p.of("id"), access, p.of("principal")))
                    .on("POST", path, (_, _) -> withoutRef())
                    .on("DELETE", path + "/{principal}", (_, _) -> deleteOfTheObjectItself());
        }
    }

    private Reply add(Request request, String group, Access access) {
        writes.add(group, access, Bodies.text(Bodies.object(request), "@odata.id"));
        return Reply.empty(204);
    }

    private Reply remove(String group, Access access, String principal) {
        writes.remove(group, access, principal);
        return Reply.empty(204);
    }

    private static Reply withoutRef() {
        throw GraphException.malformed("Write requests are only supported on contained entities");
    }

    /** Graph would delete the user; this application may not. */
    private static Reply deleteOfTheObjectItself() {
        throw GraphException.denied();
    }
}
