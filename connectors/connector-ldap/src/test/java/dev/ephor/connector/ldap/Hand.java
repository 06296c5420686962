package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Arrays;
import java.util.List;

/** What an administrator does and reads in a directory, past the connector. */
final class Hand {

    private interface Deed<T> {
        T get() throws LDAPException;
    }

    private final Server server;
    private final Layout layout;
    private final LDAPInterface admin;

    Hand(Server server) {
        this.server = server;
        this.layout = server.layout();
        this.admin = server.admin();
    }

    /** The entry as the directory has it then. */
    Entry added(Entry entry) {
        return done(
                () -> {
                    admin.add(server.prepared(entry));
                    return admin.getEntry(entry.getDN(), "*", idAttribute());
                });
    }

    String id(Entry entry) {
        return layout.isActiveDirectory()
                ? Guid.text(entry.getAttributeValueBytes("objectGUID")).orElseThrow()
                : entry.getAttributeValue("entryUUID");
    }

    private String idAttribute() {
        return layout.isActiveDirectory() ? "objectGUID" : "entryUUID";
    }

    String dn(String id) {
        return find(id).getDN();
    }

    private SearchResultEntry find(String id) {
        Filter filter =
                layout.isActiveDirectory()
                        ? Filter.createEqualityFilter("objectGUID", Guid.octets(id).orElseThrow())
                        : Filter.createEqualityFilter("entryUUID", id);
        return done(() -> admin.searchForEntry(layout.base(), SearchScope.SUB, filter, "uid"));
    }

    /** What a group holds of somebody. */
    String held(String principal) {
        SearchResultEntry entry = find(principal);
        return layout.isPosix() ? entry.getAttributeValue("uid") : entry.getDN();
    }

    /** Adds or deletes a member. */
    void change(ModificationType type, String group, String principal) {
        modify(group, type, layout.memberAttribute(), held(principal));
    }

    void modify(String id, ModificationType type, String attribute, String value) {
        done(() -> admin.modify(dn(id), new Modification(type, attribute, value)));
    }

    void delete(String dn) {
        done(() -> admin.delete(dn));
    }

    void rename(String id, String name) {
        done(() -> admin.modifyDN(dn(id), "cn=" + name, true));
    }

    /** The values of a group as they are. */
    List<String> values(String group) {
        Entry entry = done(() -> admin.getEntry(dn(group), layout.memberAttribute()));
        String[] values = entry.getAttributeValues(layout.memberAttribute());
        return values == null ? List.of() : Arrays.asList(values);
    }

    /** The ids of those who are in a group. */
    List<String> holders(String group) {
        return values(group).stream()
                .filter(value -> !Dns.same(value, layout.nobody()))
                .map(this::idOf)
                .toList();
    }

    private String idOf(String value) {
        Filter byUid = Filter.createEqualityFilter("uid", value);
        return id(
                done(
                        () ->
                                layout.isPosix()
                                        ? admin.searchForEntry(
                                                layout.base(),
                                                SearchScope.SUB,
                                                byUid,
                                                idAttribute())
                                        : admin.getEntry(value, idAttribute())));
    }

    private static <T> T done(Deed<T> deed) {
        try {
            return deed.get();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
