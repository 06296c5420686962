package dev.ephor.membership.application;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
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
    /** What the memberships of one group and access have in common. */
    record Group(String tenant, String group, Access access) {
        static Group of(MembershipKey key) {
            return new Group(key.tenant(), key.group(), key.access());
        }
    }

    private final int most;
    private final Map<Group, Set<MembershipKey>> told = new LinkedHashMap<>();
    private int count;

    Remembered(int most) {
        this.most = most;
    }

    boolean has(MembershipKey key) {
        return of(Group.of(key)).contains(key);
    }

    /** The differences of a group that were told. */
    Set<MembershipKey> of(Group group) {
        return told.getOrDefault(group, Set.of());
    }

    void add(MembershipKey key) {
        if (told.computeIfAbsent(Group.of(key), _ -> new HashSet<>()).add(key)) {
            count++;
        }
        while (count > most) {
            Group first = told.keySet().iterator().next();
            forget(first);
        }
    }

    /**
     * @return whether it was there
     */
    boolean remove(MembershipKey key) {
        Group group = Group.of(key);
        boolean removed = told.containsKey(group) && told.get(group).remove(key);
        if (removed) {
            count--;
            told.computeIfPresent(group, (_, keys) -> keys.isEmpty() ? null : keys);
        }
        return removed;
    }

    void forget(Group group) {
        count -= of(group).size();
        told.remove(group);
    }
}
