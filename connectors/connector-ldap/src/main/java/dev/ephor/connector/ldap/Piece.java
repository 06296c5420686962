package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.ldap.Lookup.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some memberships of one group: those of whom the directory knows the principal, and the answers
 * that the others have already.
 *
 * @param known what the group holds, or is to hold, of each
 * @param absent whose principal is not to be found
 */
record Piece(
        Members members,
        Map<Membership, String> known,
        List<Membership> absent,
        Map<Membership, Answer> answers) {

    /** Looks the principals up. */
    static Piece of(Members members, List<Membership> memberships, Words words)
            throws LDAPException {
        var piece =
                new Piece(members, new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        new Lookup(members.directory())
                .principals(members.session(), memberships)
                .forEach((m, found) -> piece.sort(m, found, words));
        return piece;
    }

    private void sort(Membership membership, Found found, Words words) {
        switch (found) {
            case Found.One(String value) -> known.put(membership, value);
            case Found.None _ -> absent.add(membership);
            case Found.Unclear(String why) ->
                    answers.put(
                            membership,
                            words.rejected(
                                    "looked for " + membership.principal().id(),
                                    why + ": correct the entry, principalBy or principalFrom"));
        }
    }

    /** The same answer for everybody who has none yet. */
    Map<Membership, Answer> all(Answer answer) {
        known.keySet().forEach(m -> answers.putIfAbsent(m, answer));
        absent.forEach(m -> answers.putIfAbsent(m, answer));
        return answers;
    }
}
