package dev.ephor.quickstart.entra;

import dev.ephor.quickstart.http.Reply;
import dev.ephor.quickstart.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists of all users or of all groups, filtered and paged. */
final class ObjectLists {
    private ObjectLists() {}

    static Reply page(
            Directory directory,
            Request request,
            String set,
            Class<? extends DirectoryObject> kind) {
        ODataQuery query = new ODataQuery(request);
        Predicate<DirectoryObject> wanted = wanted(kind, query.filter());
        List<DirectoryObject> found =
                directory.objectsAfter(query.after()).stream()
                        .filter(wanted)
                        .limit(query.top() + 1L)
                        .toList();
        int total =
                query.counted()
                        ? (int) directory.objectsAfter("").stream().filter(wanted).count()
                        : 0;
        return new ODataPage(query, set).of(found, total);
    }

    private static Predicate<DirectoryObject> wanted(
            Class<? extends DirectoryObject> kind, Optional<Map.Entry<String, String>> filter) {
        return object -> kind.isInstance(object) && filter.map(f -> equal(object, f)).orElse(true);
    }

    private static boolean equal(DirectoryObject object, Map.Entry<String, String> filter) {
        return object.properties()
                .path(filter.getKey())
                .asText()
                .equalsIgnoreCase(filter.getValue());
    }
}
