package dev.ephor.connector.scim;

import dev.ephor.connector.scim.Profile.ReadBackForm;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who of some users is in a group now. There are two ways to ask, and applications that answer one
 * of them wrongly (Keycloak finds nobody by a filter on the group's id, AWS never lists members).
 * Where the profile does not say which of them is to be asked, a "no" is believed only from a way
 * that has said "yes" before, or when both say it.
 */
final class ReadBack {

    /**
     * Asking the filter for one user costs both sides about as much as writing and reading this
     * many members does.
     */
    private static final int MEMBERS_PER_REQUEST = 64;

    private static final int LIKELY_SIZE = 512;
    private static final int ALWAYS_FEW = 4;

    private final ScimCalls calls;
    private final ReadBackForm form;
    private final MemberFilter filter;
    private volatile boolean listProven;

    /** How large groups were when they were last read as a whole. */
    private final Map<String, Integer> sizes = new ConcurrentHashMap<>();

    ReadBack(ScimCalls calls, Profile profile) {
        this.calls = calls;
        this.form = profile.readBack();
        this.filter = new MemberFilter(calls, profile.memberFilters(), form == ReadBackForm.FILTER);
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
        return switch (form) {
            case LIST -> listed(group, users);
            case FILTER -> filter.find(group, users).orElseThrow();
            case EITHER ->
                    areFew(group, users) ? filteredFirst(group, users) : listedFirst(group, users);
        };
    }

    /** Whether asking for each costs less than reading the whole group. */
    private boolean areFew(String group, List<String> users) {
        int size = sizes.getOrDefault(group, LIKELY_SIZE);
        return users.size() <= Math.max(ALWAYS_FEW, size / MEMBERS_PER_REQUEST);
    }

    private Set<String> filteredFirst(String group, List<String> users) {
        Optional<Set<String>> filtered = filter.find(group, users);
        if (filtered.isEmpty()) {
            return listed(group, users);
        }
        Set<String> found = filtered.get();
        return filter.isProven() || found.size() == users.size()
                ? found
                : both(found, listed(group, users));
    }

    private Set<String> listedFirst(String group, List<String> users) {
        Set<String> listed = listed(group, users);
        return listProven
                ? listed
                : filter.find(group, users).map(found -> both(found, listed)).orElse(listed);
    }

    private Set<String> both(Set<String> filtered, Set<String> listed) {
        if (!filtered.containsAll(listed)) {
            filter.missed();
        }
        Set<String> all = new HashSet<>(filtered);
        all.addAll(listed);
        return all;
    }

    private Set<String> listed(String group, List<String> users) {
        List<String> members = calls.groupWithMembers(group).members();
        listProven |= !members.isEmpty();
        sizes.put(group, members.size());
        Set<String> wanted = new HashSet<>(users);
        return members.stream().filter(wanted::contains).collect(Collectors.toSet());
    }
}
