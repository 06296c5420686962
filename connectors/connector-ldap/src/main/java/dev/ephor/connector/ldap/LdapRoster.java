package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import dev.ephor.connector.ldap.Lookup.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the direct members that are principals. Changes are not told: LDAP has no common way to ask
 * for them, and Active Directory's ({@code DirSync}) wants the right to replicate every secret.
 */
final class LdapRoster implements Roster {

    private final LdapDirectory directory;
    private final Controllers controllers;
    private final Words words;

    LdapRoster(LdapDirectory directory, Controllers controllers, Words words) {
        this.directory = directory;
        this.controllers = controllers;
        this.words = words;
    }

    @Override
    public Page members(Group group, String access, @Nullable String cursor) {
        String tried = "read the %ss of group %s".formatted(access, group.id());
        if (!access.equals(LdapConnector.MEMBER)) {
            return new Page.Unread(words.rejected(tried, LdapConnector.MEMBERS_ONLY));
        }
        int from;
        try {
            from = cursor == null ? 0 : Integer.parseUnsignedInt(cursor);
        } catch (NumberFormatException e) {
            return new Page.Unread(words.rejected(tried, "that page was never told of"));
        }
        try {
            return controllers.with(group.id(), session -> page(session, group, from));
        } catch (LDAPException e) {
            return new Page.Unread(words.of(tried, e));
        }
    }

    private Page page(Session session, Group group, int from) throws LDAPException {
        Found found = new Lookup(directory).group(session, group);
        if (!(found instanceof Found.One(String dn))) {
            return new Page.Unread(words.noGroup(group, found));
        }
        Members.Range range = new Members(directory, session, dn).range(from);
        Census census = Census.of(directory, session, range.values());
        Integer next = range.next();
        Identity identity = directory.principals().identity();
        // Groups in groups, and whatever else has no such key, are nobody that Ephor knows.
        List<String> ids =
                census.entries().stream().flatMap(e -> identity.keyOf(e).stream()).toList();
        return new Page.Read(ids, next == null ? null : next.toString());
    }
}
