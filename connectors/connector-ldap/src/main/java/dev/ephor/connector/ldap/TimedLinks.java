package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Links that Active Directory ends by itself (MS-ADTS section 3.1.1.9.2): a value {@code
 * <TTL=3600,CN=…>}. They need the optional feature of Privileged Access Management, with which a
 * domain controller names the control that shows them.
 */
final class TimedLinks {

    private static final String LINK_TTL = "1.2.840.113556.1.4.2309";
    private static final String UNABLE =
            "the server shows no time-limited links: enable the optional feature of Privileged"
                    + " Access Management, or say grants: members";
    private static final Pattern TIMED =
            Pattern.compile("<TTL=(\\d+),(.*)>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Grants grants;
    private final Words words;
    private final Absent absent;
    private final Set<Controller> able = ConcurrentHashMap.newKeySet();

    TimedLinks(Grants grants, Words words, Absent absent) {
        this.grants = grants;
        this.words = words;
        this.absent = absent;
    }

    /**
     * @param lengths how long each is to last, by the principal's id
     */
    Map<Membership, Answer> grant(Piece piece, Map<String, Duration> lengths) throws LDAPException {
        String tried = "wanted to add for a time to group " + piece.members().group();
        absent.refuse(piece, tried);
        if (!isAble(piece.members().session())) {
            return piece.all(words.rejected(tried, UNABLE));
        }
        Map<String, Boolean> present = present(piece);
        for (Membership m : piece.known().keySet()) {
            grants.isWanted(m);
            Duration length = lengths.getOrDefault(m.principal().id(), Duration.ZERO);
            Answer answer = granted(piece, m, length, present);
            piece.answers().put(m, answer);
            if (answer instanceof Answer.Unreachable) {
                // The others would only wait for the same.
                return piece.all(answer);
            }
        }
        return piece.answers();
    }

    /** Rounded up, and at least one. */
    private static long seconds(Duration length) {
        return Math.max(1, length.plusSeconds(1).minusNanos(1).toSeconds());
    }

    private Answer granted(
            Piece piece, Membership m, Duration length, Map<String, Boolean> present) {
        String value = piece.known().getOrDefault(m, "");
        String timed = "<TTL=%d,%s>".formatted(seconds(length), value);
        Boolean bounded = present.get(Dns.normal(value));
        if (bounded != null && !bounded && !grants.isOwnUnbounded(m)) {
            return new Answer.Applied(false);
        }
        try {
            if (bounded == null) {
                piece.members().add(List.of(timed));
            } else {
                piece.members().replace(value, timed);
            }
            return new Answer.Applied();
        } catch (LDAPException e) {
            return refused(e, piece.members(), value);
        }
    }

    /** Where it ended, or came, between looking and writing, looking again settles it. */
    private Answer refused(LDAPException e, Members members, String value) {
        String tried = "wanted to add for a time to group " + members.group();
        try {
            return Members.isThere(e) || members.isAbsent(e, value)
                    ? new Answer.Transient(words.of(tried, e).why(), null, true)
                    : words.of(tried, e);
        } catch (LDAPException unread) {
            return words.of(tried, unread);
        }
    }

    /** Of those that are there, whether they have an end. */
    private static Map<String, Boolean> present(Piece piece) throws LDAPException {
        Members members = piece.members();
        Map<String, Boolean> present = new HashMap<>();
        if (!members.hold(List.copyOf(piece.known().values()), false).contains(true)) {
            return present;
        }
        for (Integer from = 0; from != null; ) {
            Members.Range range = members.range(from, new Control(LINK_TTL));
            for (String value : range.values()) {
                Matcher timed = TIMED.matcher(value);
                boolean ends = timed.matches();
                present.put(Dns.normal(ends ? timed.group(2) : value), ends);
            }
            from = range.next();
        }
        return present;
    }

    private boolean isAble(Session session) throws LDAPException {
        if (able.contains(session.controller())) {
            return true;
        }
        boolean named = false;
        for (SearchResultEntry root : session.ask(Question.of("", List.of("supportedControl")))) {
            String[] controls = root.getAttributeValues("supportedControl");
            named |= controls != null && Arrays.asList(controls).contains(LINK_TTL);
        }
        if (named) {
            able.add(session.controller());
        }
        return named;
    }
}
