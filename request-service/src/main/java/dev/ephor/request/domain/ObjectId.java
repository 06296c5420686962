package dev.ephor.request.domain;

import dev.ephor.events.Scope;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Object ids that are GUIDs mean the same in capitals and in small letters; others do not. */
public final class ObjectId {
    private static final Pattern GUID =
            Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private ObjectId() {}

    /** The one form in which an id is compared and stored. */
    public static String canonical(String id) {
        return GUID.matcher(id).matches() ? id.toLowerCase(Locale.ROOT) : id;
    }

    /** A scope whose ids are in that form. */
    public static Scope canonical(Scope scope) {
        String id =
                scope.id() == null
                        ? null
                        : Stream.of(scope.id().split("/", -1))
                                .map(ObjectId::canonical)
                                .collect(Collectors.joining("/"));
        return new Scope(canonical(scope.tenant()), scope.kind(), id);
    }
}
