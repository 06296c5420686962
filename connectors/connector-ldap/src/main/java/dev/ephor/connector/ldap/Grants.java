package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is done for some memberships of one group, on one connection. */
final class Grants {

    /** A change of one group's values, which a server makes whole or not at all. */
    private interface Change {
        void make(List<String> values) throws LDAPException;
    }

    /** Whether a change was refused because it was made already. */
    private interface Already {
        boolean is(LDAPException refusal, String value) throws LDAPException;
    }

    private final LdapDirectory directory;
    private final Words words;
    private final Absent absent;
    private final Recent<Membership, Boolean> withdrawn = new Recent<>();
    private final Recent<Membership, Boolean> unbounded = new Recent<>();

    Grants(LdapDirectory directory, Words words, Absent absent) {
        this.directory = directory;
        this.words = words;
        this.absent = absent;
    }

    Map<Membership, Answer> grant(Piece piece) {
        String tried = "wanted to add to group " + piece.members().group();
        absent.refuse(piece, tried);
        piece.known().keySet().forEach(this::isWanted);
        change(piece, tried, piece.members()::add, (e, _) -> Members.isThere(e));
        piece.answers()
                .forEach(
                        (m, answer) -> {
                            if (directory.ttl() && answer.equals(new Answer.Applied())) {
                                unbounded.put(m, true);
                            }
                        });
        return piece.answers();
    }

    /** From now on a membership that is read back is what was hoped for. */
    void isWanted(Membership membership) {
        withdrawn.remove(membership);
    }

    /** Whether this connector gave the link itself, and gave it without an end. */
    boolean isOwnUnbounded(Membership membership) {
        return unbounded.has(membership);
    }

    Map<Membership, Answer> withdraw(Piece piece) throws LDAPException {
        String tried = "wanted to remove from group " + piece.members().group();
        absent.settle(piece, tried, new Answer.Applied(false));
        change(piece, tried, piece.members()::remove, piece.members()::isAbsent);
        for (Membership m : piece.known().keySet()) {
            if (succeeded(piece, m)) {
                withdrawn.put(m, true);
                unbounded.remove(m);
            }
        }
        return piece.answers();
    }

    private static boolean succeeded(Piece piece, Membership membership) {
        Answer answer = piece.answers().get(membership);
        return answer != null && answer.succeeded();
    }

    /** All at once; what one of them spoils is done again one by one. */
    private void change(Piece piece, String tried, Change change, Already already) {
        List<Membership> rest = new ArrayList<>(piece.known().keySet());
        if (rest.size() > 1) {
            try {
                change.make(values(piece));
                piece.all(new Answer.Applied());
                return;
            } catch (LDAPException e) {
                if (!mayBeOfOne(e.getResultCode())) {
                    piece.all(words.of(tried, e));
                    return;
                }
            }
        }
        for (Membership m : rest) {
            Answer answer = one(piece.known().getOrDefault(m, ""), tried, change, already);
            piece.answers().put(m, answer);
            if (answer instanceof Answer.Unreachable || answer instanceof Answer.Transient) {
                piece.all(answer);
                return;
            }
        }
    }

    /** Whether another value could have fared better. */
    private static boolean mayBeOfOne(ResultCode code) {
        return switch (code.intValue()) {
            case ResultCode.NO_SUCH_ATTRIBUTE_INT_VALUE,
                    ResultCode.ATTRIBUTE_OR_VALUE_EXISTS_INT_VALUE,
                    ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE,
                    ResultCode.CONSTRAINT_VIOLATION_INT_VALUE,
                    ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.NO_SUCH_OBJECT_INT_VALUE,
                    ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE,
                    ResultCode.UNWILLING_TO_PERFORM_INT_VALUE ->
                    true;
            default -> false;
        };
    }

    /** Of some principals, one entry may be asked for twice by different words. */
    private static List<String> values(Piece piece) {
        return piece.known().values().stream().distinct().toList();
    }

    private Answer one(String value, String tried, Change change, Already already) {
        try {
            change.make(List.of(value));
            return new Answer.Applied();
        } catch (LDAPException e) {
            return refused(e, value, tried, already);
        }
    }

    private Answer refused(LDAPException e, String value, String tried, Already already) {
        try {
            return already.is(e, value) ? new Answer.Applied(false) : words.of(tried, e);
        } catch (LDAPException unread) {
            return words.of(tried, unread);
        }
    }

    /**
     * Reads back. Where groups in groups count, a yes may come by another path: of what was taken
     * away here, only the link itself is asked about.
     */
    Map<Membership, Answer> observe(Piece piece) throws LDAPException {
        String tried = "read who is in group " + piece.members().group();
        absent.settle(piece, tried, new Answer.Observed(false));
        List<Membership> direct = new ArrayList<>();
        List<Membership> byAnyPath = new ArrayList<>();
        for (Membership m : piece.known().keySet()) {
            (directory.nested() && !withdrawn.has(m) ? byAnyPath : direct).add(m);
        }
        observe(piece, direct, false);
        observe(piece, byAnyPath, true);
        return piece.answers();
    }

    private void observe(Piece piece, List<Membership> memberships, boolean nested)
            throws LDAPException {
        List<String> values =
                memberships.stream().map(m -> piece.known().getOrDefault(m, "")).toList();
        List<Boolean> hold = piece.members().hold(values, nested);
        for (int i = 0; i < memberships.size(); i++) {
            piece.answers().put(memberships.get(i), new Answer.Observed(hold.get(i)));
        }
    }
}
