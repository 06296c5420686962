package dev.ephor.connector.scim;

import dev.ephor.connector.Membership.Group;
import dev.ephor.connector.Roster;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who the members of an application's group are, by the directory's ids. A member who carries no
 * object id as externalId, and was not seen yet, is listed by the application's own id.
 */
record ScimRoster(ScimTarget target, ScimCalls calls, Groups groups, Users users)
        implements Roster {

    /** Users who are looked up for one page, each in a request; those seen before cost none. */
    private static final int LOOK_UPS = 100;

    @Override
    public Page members(Group group, String access, @Nullable String cursor) {
        if (!access.equals("member")) {
            return new Page.Unread(ScimConnector.unknownAccess(target, access));
        }
        try {
            return page(group, cursor);
        } catch (Refusal refusal) {
            return new Page.Unread(refusal.answer());
        }
    }

    private Page page(Group group, @Nullable String cursor) {
        try {
            return read(id(group), cursor);
        } catch (Refusal refusal) {
            if (!refusal.isAboutWhatIsThere()) {
                throw refusal;
            }
            groups.forget(group);
            return read(id(group), cursor);
        }
    }

    private String id(Group group) {
        return groups.find(group)
                .orElseThrow(
                        () ->
                                calls.words()
                                        .rejected(
                                                "looked for group " + group.id(),
                                                "it is not there, so nobody holds it"));
    }

    private Page read(String group, @Nullable String cursor) {
        String form = target.profile().roster();
        return form.equals(Profile.MEMBERS)
                ? listed(group, cursor == null ? 0 : Integer.parseInt(cursor))
                : found(group, form, cursor == null ? 1 : Integer.parseInt(cursor));
    }

    /** Of the whole group, as many as can be told after a few look-ups. */
    private Page listed(String group, int from) {
        List<String> members = calls.groupWithMembers(group).members();
        int to = Math.min(from, members.size());
        for (int unknown = 0; to < members.size(); to++) {
            unknown += users.hasMeaning(members.get(to)) ? 0 : 1;
            if (unknown > LOOK_UPS) {
                break;
            }
        }
        List<String> some = members.subList(Math.min(from, to), to);
        return new Page.Read(
                AtOnce.each(some, users::principalOf),
                to < members.size() ? String.valueOf(to) : null);
    }

    private Page found(String group, String form, int start) {
        Listed page = calls.usersOf(group, form, start);
        List<String> principals =
                page.resources().stream()
                        .map(user -> users.principalOf(user, user.path("id").asText()))
                        .toList();
        return new Page.Read(principals, page.isLast() ? null : String.valueOf(page.next()));
    }
}
