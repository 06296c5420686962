package dev.ephor.kit.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The numbers from 1 to 7 in pages, in both shapes. */
@Path("/")
@PermitAll
public class Numbers {
    public record Number(int value) {}

    @GET
    @Path("ephor/v1/numbers")
    public Page<Number> entries(@Context UriInfo uri) {
        return page(Paging.Style.NATIVE.of(uri));
    }

    @GET
    @Path("v1.0/numbers")
    public Map<String, Object> values(@Context UriInfo uri) {
        Page<Number> page = page(Paging.Style.GRAPH.of(uri));
        var body = new HashMap<String, Object>(Map.of("value", page.entries()));
        URI next = page.nextLink();
        if (next != null) {
            body.put("@odata.nextLink", next);
        }
        return body;
    }

    @GET
    @Path("ephor/v1/question")
    public List<String> question(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("name", "from", "after"));
        Instant from = given.instant("from");
        return List.of(
                String.valueOf(given.text("name")),
                String.valueOf(from),
                String.valueOf(given.number("after", 0)));
    }

    private static Page<Number> page(Paging asked) {
        String after = asked.after();
        int first = after == null ? 1 : Integer.parseInt(after) + 1;
        List<Integer> found =
                IntStream.rangeClosed(first, 7).limit(asked.oneMore()).boxed().toList();
        return asked.page(found, n -> n).map(Number::new);
    }
}
