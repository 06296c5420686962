package dev.ephor.connector.entra;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.kiota.RequestInformation;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Memberships that PIM for Groups gives and ends by itself, up to 20 of one group and one access.
 *
 * <p>PIM takes an assignment back only when it is five minutes old, and knows nothing of members
 * that were added past it. Whenever it answers and does not do a removal, the member is removed
 * from the group as without PIM: the end must not wait. What is left of such an assignment is in
 * the way of the next grant, which therefore looks whether the member is really there.
 */
final class Assignments {

    private final Pim pim;
    private final Directory directory;
    private final ReadBack readBack;
    private final Batch batch;
    private final PimWords words;
    private final Withdrawn withdrawn;

    Assignments(
            Pim pim, Directory directory, ReadBack readBack, PimWords words, Withdrawn withdrawn) {
        this.pim = pim;
        this.directory = directory;
        this.readBack = readBack;
        this.batch = new Batch(pim.client());
        this.words = words;
        this.withdrawn = withdrawn;
    }

    /**
     * @param lengths how long PIM is to keep each, by the principal's id
     */
    Map<Membership, Answer> grant(List<Membership> memberships, Map<String, Duration> lengths) {
        memberships.forEach(withdrawn::remove);
        String group = memberships.getFirst().group().id();
        String tried = "wanted PIM to assign %d to group %s".formatted(memberships.size(), group);
        Map<Membership, GraphReply> replies =
                sent(tried, memberships, p -> pim.assignment(group, p, lengthOf(p, lengths)));
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        List<Membership> assigned = new ArrayList<>();
        replies.forEach(
                (membership, reply) -> {
                    if (reply.saysAssigned()) {
                        assigned.add(membership);
                    } else {
                        answers.put(membership, words.assigned(tried, reply));
                    }
                });
        if (!assigned.isEmpty()) {
            answers.putAll(rebound(assigned, lengths));
        }
        return answers;
    }

    /** Moves the bounds of assignments that are there, but of those that have none. */
    private Map<Membership, Answer> rebound(
            List<Membership> memberships, Map<String, Duration> lengths) {
        String group = memberships.getFirst().group().id();
        String tried = "read the assignments of %d in PIM".formatted(memberships.size());
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        List<Membership> bounded = new ArrayList<>();
        sent(tried, memberships, p -> pim.schedules(group, p))
                .forEach(
                        (membership, reply) -> {
                            if (!reply.succeeded()) {
                                answers.put(membership, words.of(tried, reply));
                            } else if (isForGood(reply)) {
                                answers.put(membership, new Answer.Applied(false));
                            } else {
                                bounded.add(membership);
                            }
                        });
        if (!bounded.isEmpty()) {
            answers.putAll(updated(bounded, lengths));
        }
        return answers;
    }

    /** Ephor never makes one without an end: it is somebody else's. */
    private boolean isForGood(GraphReply schedules) {
        for (JsonElement element : schedules.body().getAsJsonArray("value")) {
            JsonObject schedule = element.getAsJsonObject();
            JsonObject info = GraphReply.object(schedule.get("scheduleInfo"));
            JsonObject expiration = GraphReply.object(info.get("expiration"));
            String access = GraphReply.string(schedule.get("accessId"));
            if (access.equalsIgnoreCase(pim.access().name())
                    && GraphReply.string(expiration.get("type")).equalsIgnoreCase("noExpiration")) {
                return true;
            }
        }
        return false;
    }

    private Map<Membership, Answer> updated(
            List<Membership> memberships, Map<String, Duration> lengths) {
        String group = memberships.getFirst().group().id();
        String tried = "wanted PIM to end %d at another time".formatted(memberships.size());
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        sent(tried, memberships, p -> pim.update(group, p, lengthOf(p, lengths)))
                .forEach((m, reply) -> answers.put(m, words.assigned(tried, reply)));
        List<Membership> updated = where(answers, Answer::succeeded);
        if (!updated.isEmpty()) {
            answers.putAll(madeSure(updated));
        }
        return answers;
    }

    /** The member may have been removed from the group past PIM, which then does not add it. */
    private Map<Membership, Answer> madeSure(List<Membership> memberships) {
        Map<Membership, Answer> seen = readBack.observe(memberships);
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        seen.forEach((m, answer) -> answers.put(m, answer.succeeded() ? applied() : answer));
        List<Membership> absent = where(seen, new Answer.Observed(false)::equals);
        if (!absent.isEmpty()) {
            answers.putAll(directory.grant(absent));
        }
        return answers;
    }

    Map<Membership, Answer> withdraw(List<Membership> memberships) {
        String group = memberships.getFirst().group().id();
        String tried = "wanted PIM to remove %d from group %s".formatted(memberships.size(), group);
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        List<Membership> refused = new ArrayList<>();
        sent(tried, memberships, p -> pim.removal(group, p))
                .forEach(
                        (membership, reply) -> {
                            if (reply.succeeded()) {
                                withdrawn.add(membership);
                                answers.put(membership, applied());
                            } else if (isForEveryCall(reply)) {
                                answers.put(membership, words.of(tried, reply));
                            } else {
                                refused.add(membership);
                            }
                        });
        if (!refused.isEmpty()) {
            answers.putAll(directory.withdraw(refused));
        }
        return answers;
    }

    /** Neither token nor patience would be another for the next call. */
    private static boolean isForEveryCall(GraphReply reply) {
        return reply.status() == 401 || reply.status() == 429;
    }

    private Map<Membership, GraphReply> sent(
            String tried,
            List<Membership> memberships,
            Function<String, RequestInformation> request) {
        Map<String, GraphReply> replies =
                batch.send(tried, Directory.principals(memberships), request);
        Map<Membership, GraphReply> each = new LinkedHashMap<>();
        for (Membership m : memberships) {
            each.put(m, replies.getOrDefault(m.principal().id(), Batch.unanswered()));
        }
        return each;
    }

    private static Duration lengthOf(String principal, Map<String, Duration> lengths) {
        return Objects.requireNonNull(lengths.get(principal), "every grant here has a length");
    }

    private static List<Membership> where(
            Map<Membership, Answer> answers, Predicate<Answer> wanted) {
        return answers.entrySet().stream()
                .filter(e -> wanted.test(e.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Answer applied() {
        return new Answer.Applied();
    }
}
