package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The application's users of some memberships: whom it knows, whom not, and whose look-up failed.
 *
 * @param ids the application's ids
 * @param absent those whom the application has not
 * @param failed what to answer for those whose look-up failed
 */
record Accounts(
        Map<Membership, String> ids, List<Membership> absent, Map<Membership, Answer> failed) {

    /** Looks all of them up; a user who is missing is left missing. */
    static Accounts found(Users users, List<Membership> memberships) {
        return lookedUp(users, memberships, m -> users.find(m.principal()));
    }

    /** Looks all of them up; a user who is missing is created. */
    static Accounts foundOrCreated(Users users, List<Membership> memberships) {
        return lookedUp(users, memberships, m -> Optional.of(users.findOrCreate(m.principal())));
    }

    private static Accounts lookedUp(
            Users users,
            List<Membership> memberships,
            Function<Membership, Optional<String>> look) {
        var accounts =
                new Accounts(new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        List<Membership> rest = new ArrayList<>(memberships);
        // The first unknown goes alone: an application that is down is asked once, not often.
        memberships.stream()
                .filter(m -> !users.isKnown(m.principal()))
                .findFirst()
                .ifPresent(
                        first -> {
                            rest.remove(first);
                            Outcome.ofAvailable(first, look).addTo(accounts);
                        });
        AtOnce.each(rest, m -> Outcome.of(m, look)).forEach(o -> o.addTo(accounts));
        return accounts;
    }

    private record Outcome(Membership membership, Optional<String> id, Optional<Answer> failure) {

        /**
         * @throws Refusal when it fails for a reason that all the others would share
         */
        static Outcome ofAvailable(Membership m, Function<Membership, Optional<String>> look) {
            Outcome outcome = of(m, look);
            outcome.failure.ifPresent(
                    answer -> {
                        if (!(answer instanceof Answer.Rejected)) {
                            throw new Refusal(answer, 0);
                        }
                    });
            return outcome;
        }

        static Outcome of(Membership m, Function<Membership, Optional<String>> look) {
            try {
                return new Outcome(m, look.apply(m), Optional.empty());
            } catch (Refusal refusal) {
                return new Outcome(m, Optional.empty(), Optional.of(refusal.answer()));
            }
        }

        void addTo(Accounts accounts) {
            if (failure.isPresent()) {
                accounts.failed.put(membership, failure.get());
            } else if (id.isPresent()) {
                accounts.ids.put(membership, id.get());
            } else {
                accounts.absent.add(membership);
            }
        }
    }
}
