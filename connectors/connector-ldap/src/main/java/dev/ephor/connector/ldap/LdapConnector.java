package dev.ephor.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.BoundedGrants;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.connector.ldap.Lookup.Found;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One open connection to Active Directory or another LDAP directory. */
final class LdapConnector implements Connector {

    static final String MEMBER = "member";
    static final String MEMBERS_ONLY = "groups of LDAP know members only, no owners";

    /** As many as one search finds by their ids, and one request changes, without a strain. */
    private static final int AT_ONCE = 50;

    /** What is done with some memberships whose group and principals were found. */
    private interface Call {
        Map<Membership, Answer> on(Piece piece) throws LDAPException;
    }

    private final LdapDirectory directory;
    private final Controllers controllers;
    private final Words words;
    private final Grants grants;
    private final TimedLinks timedLinks;

    private LdapConnector(LdapDirectory directory) {
        this.directory = directory;
        this.controllers = new Controllers(directory);
        this.words = new Words(directory);
        var absent = new Absent(directory, words);
        this.grants = new Grants(directory, words, absent);
        this.timedLinks = new TimedLinks(grants, words, absent);
    }

    static LdapConnector open(LdapDirectory directory) {
        return new LdapConnector(directory);
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return inPieces(memberships, grants::grant);
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return inPieces(memberships, grants::withdraw);
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return inPieces(memberships, grants::observe);
    }

    @Override
    public Answer check() {
        String tried = "signed in as %s".formatted(directory.bind().dn());
        try {
            return controllers.with(
                    null,
                    session -> {
                        for (LdapDirectory.Search where :
                                List.of(directory.groups(), directory.principals())) {
                            session.ask(Question.of(where.base(), List.of("1.1")));
                        }
                        return new Answer.Applied(false);
                    });
        } catch (LDAPException e) {
            return words.of(tried, e);
        }
    }

    @Override
    public Optional<BoundedGrants> boundedGrants() {
        return directory.ttl() ? Optional.of(this::grantBounded) : Optional.empty();
    }

    private List<Answer> grantBounded(List<Bounded> bounded) {
        Map<String, Duration> lengths = new HashMap<>();
        bounded.forEach(b -> lengths.put(b.membership().principal().id(), b.length()));
        return inPieces(
                bounded.stream().map(Bounded::membership).toList(),
                piece -> timedLinks.grant(piece, lengths));
    }

    /** Where Ephor's ids cannot be read off the entries, nobody can be named. */
    @Override
    public Optional<Roster> roster() {
        return directory.principals().identity().tellsIds()
                ? Optional.of(new LdapRoster(directory, controllers, words))
                : Optional.empty();
    }

    @Override
    public void close() {
        controllers.close();
    }

    private List<Answer> inPieces(List<Membership> memberships, Call call) {
        return Batches.inPieces(memberships, AT_ONCE, piece -> answered(piece, call));
    }

    private Map<Membership, Answer> answered(List<Membership> memberships, Call call) {
        Membership first = memberships.getFirst();
        String tried = "was asked about group " + first.group().id();
        if (!first.access().equals(MEMBER)) {
            return all(memberships, words.rejected(tried, MEMBERS_ONLY));
        }
        try {
            return controllers.with(first.group().id(), session -> on(session, memberships, call));
        } catch (LDAPException e) {
            return all(memberships, words.of(tried, e));
        }
    }

    private Map<Membership, Answer> on(Session session, List<Membership> memberships, Call call)
            throws LDAPException {
        Found group = new Lookup(directory).group(session, memberships.getFirst().group());
        if (!(group instanceof Found.One(String dn))) {
            return all(memberships, words.noGroup(memberships.getFirst().group(), group));
        }
        var members = new Members(directory, session, dn);
        return call.on(Piece.of(members, memberships, words));
    }

    private static Map<Membership, Answer> all(List<Membership> memberships, Answer answer) {
        Map<Membership, Answer> answers = new HashMap<>();
        memberships.forEach(m -> answers.put(m, answer));
        return answers;
    }
}
