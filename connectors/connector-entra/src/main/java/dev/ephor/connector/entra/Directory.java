package dev.ephor.connector.entra;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is done in Entra for up to 20 memberships of one group and one access. */
final class Directory {

    private final GraphClient client;
    private final Links links;
    private final Batch batch;
    private final Words words;
    private final Withdrawn withdrawn;

    Directory(GraphClient client, Links links, Words words, Withdrawn withdrawn) {
        this.client = client;
        this.links = links;
        this.batch = new Batch(client);
        this.words = words;
        this.withdrawn = withdrawn;
    }

    Map<Membership, Answer> grant(List<Membership> memberships) {
        memberships.forEach(withdrawn::remove);
        return memberships.size() == 1
                ? Map.of(memberships.getFirst(), grantOne(memberships.getFirst()))
                : grantSeveral(memberships);
    }

    private Answer grantOne(Membership membership) {
        String group = membership.group().id();
        String principal = membership.principal().id();
        GraphReply reply = links.add(group, principal);
        if (reply.succeeded() || reply.saysAlreadyThere()) {
            return new Answer.Applied(reply.succeeded());
        }
        String tried = "wanted to add %s to group %s".formatted(principal, group);
        if (reply.saysNotThere()) {
            return noGroup(tried, group)
                    .orElseGet(
                            () ->
                                    words.rejected(
                                            tried, "the directory has no object " + principal));
        }
        return words.of(tried, reply);
    }

    /** All or nothing: what one of them spoils is done again one by one. */
    private Map<Membership, Answer> grantSeveral(List<Membership> memberships) {
        String group = memberships.getFirst().group().id();
        GraphReply reply = links.addAll(group, principals(memberships));
        if (reply.succeeded()) {
            return all(memberships, new Answer.Applied());
        }
        if (reply.status() == 400 || reply.status() == 403 || reply.status() == 404) {
            return oneByOne(memberships);
        }
        return all(memberships, words.of("wanted to add several to group " + group, reply));
    }

    private Map<Membership, Answer> oneByOne(List<Membership> memberships) {
        List<Answer> answers =
                Batches.inPieces(memberships, 1, m -> Map.of(m.getFirst(), grantOne(m.getFirst())));
        Map<Membership, Answer> each = new LinkedHashMap<>();
        for (int i = 0; i < memberships.size(); i++) {
            each.put(memberships.get(i), answers.get(i));
        }
        return each;
    }

    Map<Membership, Answer> withdraw(List<Membership> memberships) {
        String group = memberships.getFirst().group().id();
        String tried = "wanted to remove %d from group %s".formatted(memberships.size(), group);
        Map<String, GraphReply> replies =
                batch.send(tried, principals(memberships), p -> links.removal(group, p));
        Answer absent = new Answer.Applied(false);
        if (replies.values().stream().anyMatch(GraphReply::saysNotThere)) {
            // The same words stand for a link that is gone and for a group that never was.
            absent = noGroup(tried, group).orElse(absent);
        }
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        for (Membership membership : memberships) {
            GraphReply reply =
                    replies.getOrDefault(membership.principal().id(), Batch.unanswered());
            answers.put(membership, withdrawn(tried, reply, absent));
        }
        answers.forEach(this::remember);
        return answers;
    }

    private Answer withdrawn(String tried, GraphReply reply, Answer absent) {
        if (reply.succeeded()) {
            return new Answer.Applied();
        }
        return reply.saysNotThere() ? absent : words.of(tried, reply);
    }

    private void remember(Membership membership, Answer answer) {
        if (answer.succeeded()) {
            withdrawn.add(membership);
        }
    }

    /** What to answer if the group is not there, or can not be looked for; empty if it is. */
    private Optional<Answer> noGroup(String tried, String group) {
        GraphReply reply =
                client.send(
                        "looked for group " + group,
                        () ->
                                client.graph()
                                        .groups()
                                        .byGroupId(group)
                                        .toGetRequestInformation(
                                                c ->
                                                        c.queryParameters.select =
                                                                new String[] {"id"}));
        if (reply.succeeded()) {
            return Optional.empty();
        }
        return Optional.of(
                reply.saysNotThere()
                        ? words.rejected(tried, "the directory has no group " + group)
                        : words.of(tried, reply));
    }

    static Map<Membership, Answer> all(List<Membership> memberships, Answer answer) {
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        memberships.forEach(m -> answers.put(m, answer));
        return answers;
    }

    static List<String> principals(List<Membership> memberships) {
        return memberships.stream().map(m -> m.principal().id()).distinct().toList();
    }
}
