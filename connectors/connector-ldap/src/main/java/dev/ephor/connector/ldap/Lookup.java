package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Membership.Group;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds groups and principals by what they are known by, wherever they stand now. */
record Lookup(LdapDirectory directory) {

    /** What came of looking for one entry. */
    sealed interface Found {

        /**
         * @param value what a group holds of it
         */
        record One(String value) implements Found {}

        /** There is none, or none to be seen. */
        record None() implements Found {}

        /**
         * @param why it cannot be told which is meant
         */
        record Unclear(String why) implements Found {}
    }

    private static final List<String> NOTHING = List.of("1.1");

    Found group(Session session, Group group) throws LDAPException {
        LdapDirectory.Search where = directory.groups();
        String key = where.identity().keyOf(group);
        Optional<Filter> known = where.identity().filter(key);
        if (known.isEmpty()) {
            return new Found.None();
        }
        Filter filter =
                Filter.createANDFilter(
                        Filter.createEqualityFilter(
                                "objectClass", directory.profile().groupClass()),
                        known.get());
        return one(
                session.ask(Question.below(where.base(), filter, NOTHING)).stream()
                        .map(SearchResultEntry::getDN)
                        .toList(),
                key);
    }

    /** Looks for all of them at once. */
    Map<Membership, Found> principals(Session session, Collection<Membership> memberships)
            throws LDAPException {
        Identity identity = directory.principals().identity();
        Map<Membership, Found> found = new LinkedHashMap<>();
        Map<Membership, String> keys = new LinkedHashMap<>();
        List<Filter> filters = new ArrayList<>();
        for (Membership m : memberships) {
            String key = identity.keyOf(m.principal());
            if (key == null) {
                found.put(m, new Found.Unclear("its %s is not known".formatted(identity.from())));
                continue;
            }
            keys.put(m, key);
            identity.filter(key).ifPresent(filters::add);
        }
        List<SearchResultEntry> entries = filters.isEmpty() ? List.of() : entries(session, filters);
        keys.forEach((m, key) -> found.put(m, principal(entries, key)));
        return found;
    }

    private List<SearchResultEntry> entries(Session session, List<Filter> filters)
            throws LDAPException {
        List<String> attributes =
                new ArrayList<>(List.of(directory.principals().identity().attribute()));
        directory.profile().heldAttribute().ifPresent(attributes::add);
        Filter any = filters.size() == 1 ? filters.getFirst() : Filter.createORFilter(filters);
        return session.ask(Question.below(directory.principals().base(), any, attributes));
    }

    private Found principal(List<SearchResultEntry> entries, String key) {
        Identity identity = directory.principals().identity();
        List<String> values = new ArrayList<>();
        for (SearchResultEntry entry : entries) {
            if (identity.isOf(key, entry)) {
                values.add(held(entry));
            }
        }
        return one(values, key);
    }

    /** Its DN, or the value of the attribute that is held instead; empty where it has none. */
    private String held(SearchResultEntry entry) {
        Optional<String> attribute = directory.profile().heldAttribute();
        if (attribute.isEmpty()) {
            return entry.getDN();
        }
        String value = entry.getAttributeValue(attribute.get());
        return value == null ? "" : value;
    }

    private static Found one(List<String> values, String key) {
        if (values.size() > 1) {
            return new Found.Unclear("%d entries are '%s'".formatted(values.size(), key));
        }
        if (values.isEmpty()) {
            return new Found.None();
        }
        return values.getFirst().isEmpty()
                ? new Found.Unclear("'%s' has no uid".formatted(key))
                : new Found.One(values.getFirst());
    }
}
