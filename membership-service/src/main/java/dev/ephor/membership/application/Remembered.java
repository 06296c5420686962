package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Rosters.Managed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The differences that were told, so that each sweep does not tell them again. Of too many, those
 * of the group that was told about first are forgotten: telling twice does no harm. Not
 * thread-safe.
 */
final class Remembered {
    private final int most;
    private final Map<Managed, Set<MembershipKey>> told = new LinkedHashMap<>();
    private int count;

    Remembered(int most) {
        this.most = most;
    }

    boolean has(MembershipKey key) {
        return of(Managed.of(key)).contains(key);
    }

    /** The differences of a group that were told. */
    Set<MembershipKey> of(Managed managed) {
        return told.getOrDefault(managed, Set.of());
    }

    void add(MembershipKey key) {
        if (told.computeIfAbsent(Managed.of(key), _ -> new HashSet<>()).add(key)) {
            count++;
        }
        while (count > most) {
            Managed first = told.keySet().iterator().next();
            count -= of(first).size();
            told.remove(first);
        }
    }

    /**
     * @return whether it was there
     */
    boolean remove(MembershipKey key) {
        Managed managed = Managed.of(key);
        boolean removed = told.containsKey(managed) && told.get(managed).remove(key);
        if (removed) {
            count--;
            told.computeIfPresent(managed, (_, keys) -> keys.isEmpty() ? null : keys);
        }
        return removed;
    }
}
