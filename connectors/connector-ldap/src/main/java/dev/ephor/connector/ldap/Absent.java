package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;

/** What is said of principals that are not to be found. */
record Absent(LdapDirectory directory, Words words) {

    /** Nobody is there to be given anything. */
    void refuse(Piece piece, String tried) {
        for (Membership m : piece.absent()) {
            piece.answers().put(m, words.rejected(tried, notFound(m) + ": correct the principal"));
        }
    }

    /**
     * Somebody who is not to be found holds nothing, unless a member of the group is not to be
     * found either: whose value that is cannot be told, and an entry that is made anew with that DN
     * would hold the group.
     *
     * @param none the answer for one who holds nothing
     */
    void settle(Piece piece, String tried, Answer none) throws LDAPException {
        if (piece.absent().isEmpty()) {
            return;
        }
        Census census = Census.of(piece.members());
        for (Membership m : piece.absent()) {
            piece.answers().put(m, settled(m, census, tried, none));
        }
    }

    private Answer settled(Membership m, Census census, String tried, Answer none) {
        Identity identity = directory.principals().identity();
        String key = String.valueOf(identity.keyOf(m.principal()));
        if (census.entries().stream().anyMatch(entry -> identity.isOf(key, entry))) {
            return words.rejected(
                    tried, notFound(m) + ", and is a member all the same: widen principalBase");
        }
        if (!census.dangling().isEmpty()) {
            return words.rejected(
                    tried,
                    "%s, and the member '%s' stands for no entry: remove it from the group"
                            .formatted(notFound(m), census.dangling().getFirst()));
        }
        return none;
    }

    private String notFound(Membership m) {
        return "'%s' is not to be found below %s by %s"
                .formatted(
                        m.principal().id(),
                        directory.principals().base(),
                        directory.principals().identity().attribute());
    }
}
