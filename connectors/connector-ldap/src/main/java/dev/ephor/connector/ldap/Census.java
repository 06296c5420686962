package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom the values of a group stand for.
 *
 * @param entries that the values stand for
 * @param dangling values that stand for no entry
 */
record Census(List<Entry> entries, List<String> dangling) {

    /** Reads each value's entry. */
    static Census of(LdapDirectory directory, Session session, List<String> values)
            throws LDAPException {
        Identity identity = directory.principals().identity();
        Optional<String> held = directory.profile().heldAttribute();
        List<Question> questions =
                values.stream()
                        .map(
                                value ->
                                        held.map(uid -> named(directory, uid, value))
                                                .orElseGet(
                                                        () ->
                                                                Question.of(
                                                                        value,
                                                                        identity.attributes())))
                        .toList();
        List<Entry> entries = new ArrayList<>();
        List<String> dangling = new ArrayList<>();
        List<List<SearchResultEntry>> found = session.askAll(questions);
        for (int i = 0; i < values.size(); i++) {
            if (found.get(i).isEmpty()) {
                dangling.add(values.get(i));
            }
            entries.addAll(found.get(i));
        }
        return new Census(entries, dangling);
    }

    private static Question named(LdapDirectory directory, String attribute, String value) {
        return Question.below(
                directory.principals().base(),
                Filter.createEqualityFilter(attribute, value),
                directory.principals().identity().attributes());
    }

    /** The whole group, however large. */
    static Census of(Members members) throws LDAPException {
        List<Entry> entries = new ArrayList<>();
        List<String> dangling = new ArrayList<>();
        for (Integer from = 0; from != null; ) {
            Members.Range range = members.range(from);
            Census some = of(members.directory(), members.session(), range.values());
            entries.addAll(some.entries());
            dangling.addAll(some.dangling());
            from = range.next();
        }
        return new Census(entries, dangling);
    }
}
