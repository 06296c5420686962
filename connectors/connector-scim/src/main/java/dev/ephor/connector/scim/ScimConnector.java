package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Batches;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import java.util.List;
import java.util.Map;
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
        return inPieces(
                memberships,
                target.batch(),
                some -> healing.call(some, application::grant, Function.identity()));
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return inPieces(
                memberships,
                target.batch(),
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
        // All of a call are of one access.
        boolean members = memberships.stream().allMatch(m -> m.access().equals("member"));
        Function<List<Membership>, Map<Membership, Answer>> either =
                members ? call : some -> Application.all(some, unknownAccess(some.getFirst()));
        return Batches.inPieces(memberships, most, either);
    }

    private Answer unknownAccess(Membership membership) {
        return new Answer.Rejected(
                "%s: a SCIM group knows members only, not '%s': leave this target out of that access"
                        .formatted(target.name(), membership.access()));
    }
}
