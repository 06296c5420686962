package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What is done to an application for memberships of one group, each once: either all of it is
 * answered, or a {@link Refusal} says that none is.
 */
final class Application implements AutoCloseable {

    private final ScimCalls calls;
    private final MemberOperations operations;
    private final Users users;
    private final Groups groups;
    private final ReadBack readBack;

    Application(ScimTarget target, LongSupplier nanoTime) {
        Profile profile = target.profile();
        this.calls = new ScimCalls(target);
        this.operations = new MemberOperations(profile);
        this.users = new Users(calls, profile, nanoTime);
        this.groups = new Groups(calls, profile, nanoTime);
        this.readBack = new ReadBack(calls, profile);
    }

    void check() {
        calls.check();
    }

    Roster roster(ScimTarget target) {
        return new ScimRoster(target, calls, groups, users);
    }

    /**
     * Has the users looked up and made at the same time, where their memberships go one after the
     * other. What fails here is met again there, and answered.
     */
    void prepare(List<Membership> memberships) {
        try {
            groups.findOrCreate(memberships.getFirst().group());
            Accounts.foundOrCreated(users, memberships);
        } catch (Refusal metAgain) {
            return;
        }
    }

    Map<Membership, Answer> grant(List<Membership> memberships) {
        String group = groups.findOrCreate(memberships.getFirst().group());
        Accounts accounts = Accounts.foundOrCreated(users, memberships);
        if (!accounts.ids().isEmpty()) {
            calls.patchGroup(group, operations.adding(ids(accounts)));
        }
        return answered(accounts, new Answer.Applied());
    }

    Map<Membership, Answer> withdraw(List<Membership> memberships) {
        Optional<String> group = groups.find(memberships.getFirst().group());
        if (group.isEmpty()) {
            return all(memberships, new Answer.Applied());
        }
        Accounts accounts = Accounts.found(users, memberships);
        if (!accounts.ids().isEmpty()) {
            calls.patchGroup(group.get(), operations.removing(ids(accounts)));
        }
        return answered(accounts, new Answer.Applied());
    }

    Map<Membership, Answer> observe(List<Membership> memberships) {
        Optional<String> group = groups.find(memberships.getFirst().group());
        if (group.isEmpty()) {
            return all(memberships, new Answer.Observed(false));
        }
        Accounts accounts = Accounts.found(users, memberships);
        Set<String> members = readBack.members(group.get(), ids(accounts));
        Map<Membership, Answer> answers = answered(accounts, new Answer.Observed(false));
        accounts.ids()
                .forEach((m, id) -> answers.put(m, new Answer.Observed(members.contains(id))));
        return answers;
    }

    /** Forgets the application's ids of the group and its users, which it no longer goes by. */
    void forget(List<Membership> memberships) {
        groups.forget(memberships.getFirst().group());
        memberships.forEach(m -> users.forget(m.principal()));
    }

    static Map<Membership, Answer> all(List<Membership> memberships, Answer answer) {
        Map<Membership, Answer> answers = new LinkedHashMap<>();
        memberships.forEach(m -> answers.put(m, answer));
        return answers;
    }

    private static Map<Membership, Answer> answered(Accounts accounts, Answer success) {
        Map<Membership, Answer> answers = new LinkedHashMap<>(accounts.failed());
        accounts.absent().forEach(m -> answers.put(m, success));
        accounts.ids().keySet().forEach(m -> answers.put(m, success));
        return answers;
    }

    private static List<String> ids(Accounts accounts) {
        return new ArrayList<>(accounts.ids().values());
    }

    @Override
    public void close() {
        calls.close();
    }
}
