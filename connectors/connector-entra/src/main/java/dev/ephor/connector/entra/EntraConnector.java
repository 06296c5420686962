package dev.ephor.connector.entra;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.BoundedGrants;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.connector.WriteBudget;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/** One open connection to a tenant of Entra ID. */
final class EntraConnector implements Connector {

    /** Anything else in a path could address another object. */
    static final Pattern OBJECT_ID =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private record Side(
            Links links, Directory directory, ReadBack readBack, Assignments assignments) {}

    private final GraphClient client;
    private final Words words;
    private final Map<Access, Side> sides = new EnumMap<>(Access.class);
    private final Roster roster;
    private final WriteBudget budget;
    private final boolean byPim;

    private EntraConnector(EntraTenant tenant, GraphClient client) {
        this.client = client;
        this.words = new Words(tenant);
        this.budget = tenant.budget();
        this.byPim = tenant.grants() == EntraTenant.Grants.PIM;
        for (Access access : Access.values()) {
            sides.put(access, side(tenant, access));
        }
        this.roster = new EntraRoster(tenant, client, access -> side(access).links);
    }

    private Side side(EntraTenant tenant, Access access) {
        var links = new Links(client, access, tenant.graphUrl() + "/directoryObjects/");
        var withdrawn = new Withdrawn();
        var directory = new Directory(client, links, words, withdrawn);
        var readBack = new ReadBack(client, links, words, withdrawn);
        var pim = new Pim(client, access);
        var assignments = new Assignments(pim, directory, readBack, new PimWords(words), withdrawn);
        return new Side(links, directory, readBack, assignments);
    }

    private Side side(Access access) {
        return Objects.requireNonNull(sides.get(access), "every access has a side");
    }

    static EntraConnector open(EntraTenant tenant) {
        return new EntraConnector(tenant, GraphClient.open(tenant));
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return inPieces(memberships, (side, some) -> side.directory.grant(some));
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return inPieces(
                memberships,
                (side, some) ->
                        byPim ? side.assignments.withdraw(some) : side.directory.withdraw(some));
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return inPieces(memberships, (side, some) -> side.readBack.observe(some));
    }

    @Override
    public Optional<BoundedGrants> boundedGrants() {
        return byPim ? Optional.of(this::grantBounded) : Optional.empty();
    }

    private List<Answer> grantBounded(List<Bounded> grants) {
        Map<String, Duration> lengths = new HashMap<>();
        grants.forEach(g -> lengths.put(g.membership().principal().id(), g.length()));
        return inPieces(
                grants.stream().map(Bounded::membership).toList(),
                (side, some) -> side.assignments.grant(some, lengths));
    }

    /** Reads one group: the least that shows the tenant, the secret and the consent to be good. */
    @Override
    public Answer check() {
        String tried = "read a group";
        try {
            GraphReply reply =
                    client.send(
                            tried,
                            () ->
                                    client.graph()
                                            .groups()
                                            .toGetRequestInformation(
                                                    r -> {
                                                        r.queryParameters.top = 1;
                                                        r.queryParameters.select =
                                                                new String[] {"id"};
                                                    }));
            return reply.succeeded() ? new Answer.Applied(false) : words.of(tried, reply);
        } catch (NoAnswer none) {
            return none.answer();
        }
    }

    @Override
    public WriteBudget writeBudget() {
        return budget;
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(roster);
    }

    @Override
    public void close() {
        client.close();
    }

    private List<Answer> inPieces(
            List<Membership> memberships,
            BiFunction<Side, List<Membership>, Map<Membership, Answer>> call) {
        return Batches.inPieces(memberships, Batch.MOST, piece -> answered(piece, call));
    }

    private Map<Membership, Answer> answered(
            List<Membership> piece,
            BiFunction<Side, List<Membership>, Map<Membership, Answer>> call) {
        Map<Membership, Answer> answers = new HashMap<>();
        piece.forEach(m -> unusable(m).ifPresent(answer -> answers.put(m, answer)));
        List<Membership> usable = piece.stream().filter(m -> !answers.containsKey(m)).toList();
        if (!usable.isEmpty()) {
            Access access = Access.of(usable.getFirst().access()).orElseThrow();
            answers.putAll(called(usable, some -> call.apply(side(access), some)));
        }
        return answers;
    }

    private static Map<Membership, Answer> called(
            List<Membership> usable, Function<List<Membership>, Map<Membership, Answer>> call) {
        try {
            return call.apply(usable);
        } catch (NoAnswer none) {
            return Directory.all(usable, none.answer());
        }
    }

    private Optional<Answer> unusable(Membership m) {
        if (Access.of(m.access()).isEmpty()) {
            return Optional.of(
                    words.rejected(
                            "was asked for access '%s'".formatted(m.access()),
                            "Entra's groups know member and owner"));
        }
        for (String id : List.of(m.group().id(), m.principal().id())) {
            if (!OBJECT_ID.matcher(id).matches()) {
                return Optional.of(
                        words.rejected(
                                "was asked about '%s'".formatted(id),
                                "that is no object id: correct the group or principal"));
            }
        }
        return Optional.empty();
    }
}
