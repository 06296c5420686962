package dev.ephor.connector.scim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who of some users is in a group now. There are two ways to ask, and applications that answer one
 * of them wrongly (Keycloak finds nobody by a filter on the group's id, AWS never lists members),
 * so a "no" is believed only from a way that has said "yes" before, or when both say it.
 */
final class ReadBack {

    /**
     * Up to this many users are asked for one by one, which costs the same however large the group
     * is; for more of them one reading of the whole group is cheaper.
     */
    static final int FEW = 4;

    private final ScimCalls calls;
    private volatile boolean filterFound;
    private volatile boolean filterMissed;
    private volatile boolean listFound;

    ReadBack(ScimCalls calls) {
        this.calls = calls;
    }

    /**
     * @param group the application's id
     * @param users the application's ids
     * @return those of the users that are members
     */
    Set<String> members(String group, List<String> users) {
        if (users.isEmpty()) {
            return Set.of();
        }
        return users.size() <= FEW && !filterMissed
                ? byFilterFirst(group, users)
                : byListFirst(group, users);
    }

    private Set<String> byFilterFirst(String group, List<String> users) {
        Set<String> found;
        try {
            found = byFilter(group, users);
        } catch (Refusal refusal) {
            if (!cannotFilter(refusal)) {
                throw refusal;
            }
            filterMissed = true;
            return byList(group, users);
        }
        if (filterFound || found.size() == users.size()) {
            return found;
        }
        Set<String> listed = byList(group, users);
        filterMissed = !found.containsAll(listed);
        return union(found, listed);
    }

    private Set<String> byListFirst(String group, List<String> users) {
        Set<String> listed = byList(group, users);
        return listFound || filterMissed ? listed : union(listed, byFilter(group, users));
    }

    private Set<String> byFilter(String group, List<String> users) {
        List<Boolean> answers = AtOnce.each(users, user -> calls.hasMember(group, user));
        Set<String> found = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            if (answers.get(i)) {
                found.add(users.get(i));
            }
        }
        filterFound |= !found.isEmpty();
        return found;
    }

    private Set<String> byList(String group, List<String> users) {
        JsonNode members = Json.attribute(calls.groupWithMembers(group), "members");
        listFound |= !members.isEmpty();
        Set<String> wanted = new HashSet<>(users);
        return members.valueStream()
                .map(member -> member.path("value").asText())
                .filter(wanted::contains)
                .collect(Collectors.toSet());
    }

    private static boolean cannotFilter(Refusal refusal) {
        return refusal.status() == 400 || refusal.status() == 403 || refusal.status() == 501;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
