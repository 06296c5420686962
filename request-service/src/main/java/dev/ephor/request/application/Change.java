package dev.ephor.request.application;

import dev.ephor.request.application.KeepConfiguration.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is configured otherwise than before.
 *
 * @param version how often it had changed
 * @param before null: it was not there
 * @param after null: it is there no more
 */
record Change<T>(String key, long version, @Nullable T before, @Nullable T after) {

    /** What has to change so that everything is as wanted: what is new first, removals last. */
    static <T> List<Change<T>> between(Map<String, Kept<T>> kept, Map<String, T> wanted) {
        var changes = new ArrayList<Change<T>>();
        wanted.forEach(
                (key, value) -> {
                    Kept<T> known = kept.getOrDefault(key, new Kept<>(0, null));
                    if (!value.equals(known.value())) {
                        changes.add(new Change<>(key, known.version(), known.value(), value));
                    }
                });
        kept.forEach(
                (key, known) -> {
                    if (known.value() != null && !wanted.containsKey(key)) {
                        changes.add(new Change<>(key, known.version(), known.value(), null));
                    }
                });
        return changes;
    }

    Kept<T> kept() {
        return new Kept<>(version + 1, after);
    }
}
