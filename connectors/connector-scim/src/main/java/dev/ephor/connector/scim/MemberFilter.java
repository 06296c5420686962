package dev.ephor.connector.scim;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Asks an application's own filter for members, in the way that it understands. */
final class MemberFilter {

    private final ScimCalls calls;
    private final List<String> forms;
    private final boolean only;
    private volatile int form;
    private volatile boolean proven;
    private volatile boolean useless;

    /**
     * @param forms the wordings, of which the first that is taken is kept to
     * @param only whether there is no other way to ask, so that it is never given up
     */
    MemberFilter(ScimCalls calls, List<String> forms, boolean only) {
        this.calls = calls;
        this.forms = forms;
        this.only = only;
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
            int asked = form;
            try {
                return Optional.of(found(group, users, forms.get(asked)));
            } catch (Refusal refusal) {
                boolean last = asked + 1 == forms.size();
                if (!isAboutTheFilter(refusal) || (last && only)) {
                    throw refusal;
                }
                useless = last;
                form = Math.min(asked + 1, forms.size() - 1);
            }
        }
        return Optional.empty();
    }

    private Set<String> found(String group, List<String> users, String wording) {
        List<Boolean> answers = AtOnce.each(users, user -> calls.hasMember(group, wording, user));
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
