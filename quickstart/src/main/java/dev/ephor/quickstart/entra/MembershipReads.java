package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import dev.ephor.quickstart.http.Router;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads of `/v1.0/groups/{id}/members`, `/owners` and `/transitiveMembers`, as a lagging replica
 * shows them.
 */
record MembershipReads(Directory directory) {
    void addTo(Router router) {
        for (Access access : Access.values()) {
            String path = "/v1.0/groups/{id}/" + access.property();
            router.on("GET", path, (request, p) -> direct(request, p.of("id"), access))
                    .on(
                            "GET",
                            path + "/microsoft.graph.user",
                            (request, p) -> users(request, p.of("id"), access));
        }
        router.on(
                "GET",
                "/v1.0/groups/{id}/transitiveMembers",
                (request, p) -> nested(request, p.of("id")));
    }

    private Reply direct(Request request, String id, Access access) {
        Group group = directory.group(id);
        ODataQuery query = new ODataQuery(request);
        Optional<Map.Entry<String, String>> filter = query.filter();
        if (filter.isPresent()) {
            return single(query, group, access, filter.get());
        }
        List<String> ids = seen(group, access, query.after(), query.top() + 1);
        int total = query.counted() ? seen(group, access, "", Integer.MAX_VALUE).size() : 0;
        return page(query, ids.stream(), total);
    }

    private Reply single(
            ODataQuery query, Group group, Access access, Map.Entry<String, String> filter) {
        if (!query.advanced() || !filter.getKey().equals("id")) {
            throw ODataQuery.unsupported(
                    "Members are filtered by id alone, with ConsistencyLevel: eventual and $count=true.");
        }
        String wanted = ObjectIds.of(filter.getValue());
        long instant = directory.readInstant();
        boolean held = group.links(access, links -> links.seen(wanted, instant));
        return page(query, held ? Stream.of(wanted) : Stream.of(), held ? 1 : 0);
    }

    private Reply users(Request request, String id, Access access) {
        ODataQuery query = new ODataQuery(request);
        if (!query.advanced()) {
            throw ODataQuery.unsupported(
                    "A cast of members needs ConsistencyLevel: eventual and $count=true.");
        }
        List<String> users =
                seen(directory.group(id), access, "", Integer.MAX_VALUE).stream()
                        .filter(principal -> directory.object(principal) instanceof User)
                        .toList();
        return page(query, after(query, users.stream()), users.size());
    }

    private Reply nested(Request request, String id) {
        ODataQuery query = new ODataQuery(request);
        List<String> members =
                List.copyOf(new Transitive(directory).membersOf(directory.group(id)));
        return page(query, after(query, members.stream()), members.size());
    }

    private List<String> seen(Group group, Access access, String after, int most) {
        long instant = directory.readInstant();
        return group.links(access, links -> links.page(after, instant, most));
    }

    private static Stream<String> after(ODataQuery query, Stream<String> ids) {
        return ids.sorted().filter(id -> id.compareTo(query.after()) > 0).limit(query.top() + 1L);
    }

    private Reply page(ODataQuery query, Stream<String> ids, int total) {
        return new ODataPage(query, "directoryObjects")
                .of(ids.map(directory::object).toList(), total);
    }
}
