package dev.ephor.quickstart.entra;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.util.List;

/** `checkMemberGroups` and `getMemberGroups` of a user, a group or any object; transitive both. */
record MembershipChecks(Directory directory) {
    private static final int MOST_GROUPS = 20;

    void addTo(Router router) {
        for (String set : List.of("users", "groups", "directoryObjects")) {
            String path = "/v1.0/" + set + "/{id}/";
            router.on(
                            "POST",
                            path + "checkMemberGroups",
                            (request, p) -> check(request, p.of("id")))
                    .on("POST", path + "getMemberGroups", (_, p) -> all(p.of("id")));
        }
    }

    private Reply check(Request request, String id) {
        ObjectNode body = Bodies.object(request);
        List<String> asked = Bodies.texts(body, "groupIds").stream().map(ObjectIds::of).toList();
        if (asked.isEmpty() || asked.size() > MOST_GROUPS) {
            throw GraphException.badRequest(
                    "The number of values in 'groupIds' must be between 1 and "
                            + MOST_GROUPS
                            + ".");
        }
        String principal = directory.object(ObjectIds.of(id)).id();
        return ODataPage.values(asked.stream().filter(g -> isMember(principal, g)).toList());
    }

    /** An id of no group holds nobody. */
    private boolean isMember(String principal, String group) {
        return directory.find(group) instanceof Group found
                && new Transitive(directory).isMember(principal, found);
    }

    private Reply all(String id) {
        String principal = directory.object(ObjectIds.of(id)).id();
        return ODataPage.values(List.copyOf(new Transitive(directory).groupsOf(principal)));
    }
}
