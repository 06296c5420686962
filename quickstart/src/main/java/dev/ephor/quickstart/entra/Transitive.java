package dev.ephor.quickstart.entra;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;

/** Memberships through groups in groups, upward and downward; a circle of groups ends the walk. */
record Transitive(Directory directory) {
    /** Every group that has the principal as a member, directly or through others. */
    Set<String> groupsOf(String principal) {
        long instant = directory.readInstant();
        Set<String> found = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(Set.of(principal));
        while (!ahead.isEmpty()) {
            String member = ahead.pop();
            for (String id : directory.groupsOnceHeld(member)) {
                if (isSeen(id, member, instant) && found.add(id)) {
                    ahead.add(id);
                }
            }
        }
        return found;
    }

    /**
     * Whether the group has the principal as a member, directly or through others. From the group
     * down, since few groups have groups inside, and a person may hold thousands.
     */
    boolean isMember(String principal, Group group) {
        long instant = directory.readInstant();
        Set<String> found = new LinkedHashSet<>(Set.of(group.id()));
        Deque<String> ahead = new ArrayDeque<>(found);
        while (!ahead.isEmpty()) {
            String next = ahead.pop();
            if (isSeen(next, principal, instant)) {
                return true;
            }
            directory.groupsOnceInside(next).stream()
                    .filter(inside -> isSeen(next, inside, instant) && found.add(inside))
                    .forEach(ahead::add);
        }
        return false;
    }

    private boolean isSeen(String group, String member, long instant) {
        return directory.group(group).links(Access.MEMBER, links -> links.seen(member, instant));
    }

    /** Every member of the group, directly or through others. */
    Set<String> membersOf(Group group) {
        long instant = directory.readInstant();
        Set<String> found = new LinkedHashSet<>();
        Deque<Group> ahead = new ArrayDeque<>(Set.of(group));
        while (!ahead.isEmpty()) {
            Group next = ahead.pop();
            for (String member :
                    next.links(Access.MEMBER, l -> l.page("", instant, Integer.MAX_VALUE))) {
                if (found.add(member) && directory.object(member) instanceof Group nested) {
                    ahead.add(nested);
                }
            }
        }
        return found;
    }
}
