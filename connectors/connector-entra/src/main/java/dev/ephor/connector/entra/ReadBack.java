package dev.ephor.connector.entra;

import com.google.gson.JsonElement;
import com.microsoft.graph.directoryobjects.item.checkmembergroups.CheckMemberGroupsPostRequestBody;
import com.microsoft.kiota.RequestInformation;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads memberships back.
 *
 * <p>Members are asked for by {@code checkMemberGroups}, which costs the same however large the
 * group is. It counts groups in groups: where it says no, the principal has the access by no path;
 * where it says yes, that is what holding the access means. Only when a withdrawal is being
 * verified can a yes be wrong, as a nested group may still give what was taken directly: then the
 * direct links are read, page by page. Owners are few (100 at most) and not nested: they are read
 * as they are.
 */
final class ReadBack {

    private final GraphClient client;
    private final Links links;
    private final Batch batch;
    private final Words words;
    private final Withdrawn withdrawn;

    ReadBack(GraphClient client, Links links, Words words, Withdrawn withdrawn) {
        this.client = client;
        this.links = links;
        this.batch = new Batch(client);
        this.words = words;
        this.withdrawn = withdrawn;
    }

    /** Answers up to 20 memberships of one group. */
    Map<Membership, Answer> observe(List<Membership> memberships) {
        return links.access() == Access.OWNER ? direct(memberships) : members(memberships);
    }

    private Map<Membership, Answer> members(List<Membership> memberships) {
        String group = memberships.getFirst().group().id();
        String tried = "read whether %d are in group %s".formatted(memberships.size(), group);
        Map<String, GraphReply> replies =
                batch.send(tried, Directory.principals(memberships), p -> check(group, p));
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        for (Membership membership : memberships) {
            GraphReply reply =
                    replies.getOrDefault(membership.principal().id(), Batch.unanswered());
            answers.put(membership, checked(tried, reply, group));
        }
        List<Membership> doubtful =
                memberships.stream()
                        .filter(m -> new Answer.Observed(true).equals(answers.get(m)))
                        .filter(withdrawn::has)
                        .toList();
        if (!doubtful.isEmpty()) {
            answers.putAll(direct(doubtful));
        }
        return answers;
    }

    private Answer checked(String tried, GraphReply reply, String group) {
        if (reply.succeeded()) {
            return new Answer.Observed(
                    reply.body().getAsJsonArray("value").asList().stream()
                            .map(JsonElement::getAsString)
                            .anyMatch(group::equalsIgnoreCase));
        }
        // Who is not in the directory any more holds nothing in it.
        return reply.status() == 404 ? new Answer.Observed(false) : words.of(tried, reply);
    }

    private RequestInformation check(String group, String principal) {
        var body = new CheckMemberGroupsPostRequestBody();
        body.setGroupIds(List.of(group));
        return client.graph()
                .directoryObjects()
                .byDirectoryObjectId(principal)
                .checkMemberGroups()
                .toPostRequestInformation(body);
    }

    private Map<Membership, Answer> direct(List<Membership> memberships) {
        String group = memberships.getFirst().group().id();
        Links.Direct direct = links.direct(group);
        if (!direct.reply().succeeded()) {
            String tried = "read who is linked to group " + group;
            return Directory.all(memberships, words.of(tried, direct.reply()));
        }
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        for (Membership membership : memberships) {
            boolean there = direct.has(membership.principal().id());
            answers.put(membership, new Answer.Observed(there));
        }
        return answers;
    }
}
