package dev.ephor.connector.scim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks an application's own filter for members, in the way that it understands. */
final class MemberFilter {

    /** RFC 7644's way, and the one that AWS documents. */
    private static final List<String> ATTRIBUTES = List.of("members.value", "members");

    private final ScimCalls calls;
    private volatile int attribute;
    private volatile boolean proven;
    private volatile boolean useless;

    MemberFilter(ScimCalls calls) {
        this.calls = calls;
    }

    /** Whether it has found a member before, so that its finding none is worth something. */
    boolean isProven() {
        return proven;
    }

    /** It did not find somebody who is there: it is not asked again. */
    void missed() {
        useless = true;
    }

    /** Those of the users that it finds in the group; empty where it can not say. */
    Optional<Set<String>> find(String group, List<String> users) {
        while (!useless) {
            int asked = attribute;
            try {
                return Optional.of(found(group, users, ATTRIBUTES.get(asked)));
            } catch (Refusal refusal) {
                if (!isAboutTheFilter(refusal)) {
                    throw refusal;
                }
                useless = asked + 1 == ATTRIBUTES.size();
                attribute = Math.min(asked + 1, ATTRIBUTES.size() - 1);
            }
        }
        return Optional.empty();
    }

    private Set<String> found(String group, List<String> users, String attributeName) {
        List<Boolean> answers =
                AtOnce.each(users, user -> calls.hasMember(group, attributeName, user));
        Set<String> found = new HashSet<>();
        for (int i = 0; i < users.size(); i++) {
            if (answers.get(i)) {
                found.add(users.get(i));
            }
        }
        proven |= !found.isEmpty();
        return found;
    }

    private static boolean isAboutTheFilter(Refusal refusal) {
        return refusal.status() == 400 || refusal.status() == 403 || refusal.status() == 501;
    }
}
