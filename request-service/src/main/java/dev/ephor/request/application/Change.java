package dev.ephor.request.application;

import dev.ephor.request.application.KeepConfiguration.Kept;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wanted otherwise than it stands.
 *
 * @param version how often it had changed
 * @param before null: it was not there
 * @param after null: it is there no more
 * @param drifted whether it had been changed through the API
 */
public record Change<T>(
        String key, long version, @Nullable T before, @Nullable T after, boolean drifted) {

    /** What has to change so that everything is as wanted: what is new first, removals last. */
    static <K, T> List<Change<T>> between(Map<K, Kept<T>> kept, Map<K, T> wanted) {
        var changes = new ArrayList<Change<T>>();
        wanted.forEach(
                (key, value) -> {
                    Kept<T> known = kept.getOrDefault(key, new Kept<>(0, null, false));
                    if (!value.equals(known.value())) {
                        changes.add(of(key, known, value));
                    }
                });
        kept.forEach(
                (key, known) -> {
                    if (known.value() != null && !wanted.containsKey(key)) {
                        changes.add(of(key, known, null));
                    }
                });
        return changes;
    }

    private static <T> Change<T> of(Object key, Kept<T> known, @Nullable T after) {
        return new Change<>(key.toString(), known.version(), known.value(), after, known.drifted());
    }

    Kept<T> kept() {
        return new Kept<>(version + 1, after, false);
    }
}
