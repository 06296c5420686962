package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.connector.WriteBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** One open connection to a SCIM application. */
final class ScimConnector implements Connector {

    private final ScimTarget target;
    private final Application application;
    private final Healing healing;

    private ScimConnector(ScimTarget target, LongSupplier nanoTime) {
        this.target = target;
        this.application = new Application(target, nanoTime);
        this.healing = new Healing(application);
    }

    static ScimConnector open(ScimTarget target) {
        return open(target, System::nanoTime);
    }

    static ScimConnector open(ScimTarget target, LongSupplier nanoTime) {
        return new ScimConnector(target, nanoTime);
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        int batch = target.profile().batch();
        if (memberships.size() > batch && areMembers(memberships)) {
            application.prepare(memberships);
        }
        return inPieces(
                memberships,
                batch,
                some -> healing.call(some, application::grant, Function.identity()));
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return inPieces(
                memberships,
                target.profile().batch(),
                some -> healing.call(some, application::withdraw, this::stillHeld));
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        // Reading the whole group once answers for any number of them.
        return inPieces(
                memberships,
                Integer.MAX_VALUE,
                some -> healing.call(some, application::observe, Function.identity()));
    }

    @Override
    public Answer check() {
        try {
            application.check();
            return new Answer.Applied(false);
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    @Override
    public WriteBudget writeBudget() {
        return target.profile().budget();
    }

    @Override
    public Optional<Roster> roster() {
        return target.profile().roster().equals(Profile.NO_ROSTER)
                ? Optional.empty()
                : Optional.of(application.roster(target));
    }

    @Override
    public void close() {
        application.close();
    }

    /** Applications differ in whether removing an absent member is an error: so it is not asked. */
    private List<Membership> stillHeld(List<Membership> memberships) {
        Map<Membership, Answer> observed = application.observe(memberships);
        return memberships.stream()
                .filter(m -> !new Answer.Observed(false).equals(observed.get(m)))
                .toList();
    }

    private List<Answer> inPieces(
            List<Membership> memberships,
            int most,
            Function<List<Membership>, Map<Membership, Answer>> call) {
        Function<List<Membership>, Map<Membership, Answer>> either =
                areMembers(memberships)
                        ? call
                        : some ->
                                Application.all(
                                        some, unknownAccess(target, some.getFirst().access()));
        return Batches.inPieces(memberships, most, either);
    }

    /** All of a call are of one access. */
    private static boolean areMembers(List<Membership> memberships) {
        return memberships.stream().allMatch(m -> m.access().equals("member"));
    }

    static Answer unknownAccess(ScimTarget target, String access) {
        return new Answer.Rejected(
                "%s: a SCIM group knows members only, not '%s': leave this target out of that access"
                        .formatted(target.name(), access));
    }
}
