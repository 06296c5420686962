package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.List;

/** One search, as data. */
record Question(
        String base,
        SearchScope scope,
        Filter filter,
        List<String> attributes,
        Control... controls) {

    /** Of the entry of that DN alone. */
    static Question of(String dn, Filter filter, List<String> attributes, Control... controls) {
        return new Question(dn, SearchScope.BASE, filter, attributes, controls);
    }

    /** Of the entry of that DN alone, whatever it is. */
    static Question of(String dn, List<String> attributes, Control... controls) {
        return of(dn, Filter.createPresenceFilter("objectClass"), attributes, controls);
    }

    /** Of everything below. */
    static Question below(String base, Filter filter, List<String> attributes) {
        return new Question(base, SearchScope.SUB, filter, attributes);
    }
}
