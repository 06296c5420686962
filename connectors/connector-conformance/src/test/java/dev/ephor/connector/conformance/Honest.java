package dev.ephor.connector.conformance;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** A right connector onto {@link FakeSide}; the liars change one thing of it each. */
class Honest implements Connector {

    final FakeSide side;
    private final String secret;
    private final AtomicBoolean open = new AtomicBoolean(true);

    Honest(FakeSide side, String secret) {
        this.side = side;
        this.secret = secret;
        side.open.incrementAndGet();
        side.opened.incrementAndGet();
    }

    @Override
    public List<Answer> grant(List<Membership> memberships) {
        return each(memberships, this::grantOne);
    }

    @Override
    public List<Answer> withdraw(List<Membership> memberships) {
        return each(memberships, this::withdrawOne);
    }

    @Override
    public List<Answer> observe(List<Membership> memberships) {
        return each(memberships, this::observeOne);
    }

    @Override
    public void close() {
        if (open.getAndSet(false)) {
            side.open.decrementAndGet();
        }
    }

    @Override
    public Optional<Roster> roster() {
        return Optional.of(new HonestRoster(this));
    }

    @Override
    public Optional<BoundedGrants> boundedGrants() {
        return Optional.of(this::grantBounded);
    }

    private List<Answer> grantBounded(List<Bounded> grants) {
        List<Answer> answers = grant(grants.stream().map(Bounded::membership).toList());
        for (int i = 0; i < grants.size(); i++) {
            if (answers.get(i).succeeded()) {
                bound(grants.get(i).membership(), grants.get(i).length());
            }
        }
        return answers;
    }

    void bound(Membership m, Duration length) {
        side.bound(m, length);
    }

    Answer grantOne(Membership m) {
        if (!side.known.contains(m.principal().id())) {
            return new Answer.Rejected("no principal " + m.principal().id());
        }
        if (!side.list(m).contains(m.principal().id())) {
            side.put(m);
        }
        return applied();
    }

    Answer withdrawOne(Membership m) {
        side.take(m);
        return applied();
    }

    Answer observeOne(Membership m) {
        return new Answer.Observed(side.list(m).contains(m.principal().id()));
    }

    Answer applied() {
        return side.fault == Fault.ANSWER_LOST
                ? new Answer.Transient("the answer was lost", null)
                : new Answer.Applied();
    }

    Answer fault(Fault fault) {
        return switch (fault) {
            case THROTTLED -> new Answer.Transient("throttled", World.RETRY_AFTER);
            case BROKEN, ANSWER_LOST -> new Answer.Transient("broken", null);
            case REFUSING, SILENT -> new Answer.Unreachable("no answer");
        };
    }

    Answer unknownGroup(Membership m) {
        return new Answer.Rejected("no group " + m.group().id());
    }

    Answer wrongCredential() {
        return new Answer.Rejected("the credential was refused: mend secretRef");
    }

    @Override
    public Answer check() {
        return shut().orElse(new Answer.Applied(false));
    }

    private List<Answer> each(List<Membership> memberships, Function<Membership, Answer> one) {
        synchronized (side) {
            return memberships.stream().map(m -> told(m, checked(m, one))).toList();
        }
    }

    private Answer checked(Membership m, Function<Membership, Answer> one) {
        return shut().orElseGet(
                        () -> side.known.contains(m.group().id()) ? one.apply(m) : unknownGroup(m));
    }

    /** Why nobody is let in; empty: everybody is who knows the secret. */
    private Optional<Answer> shut() {
        if (!secret.equals(FakeSide.SECRET)) {
            return Optional.of(wrongCredential());
        }
        return Optional.ofNullable(side.fault)
                .filter(fault -> fault != Fault.ANSWER_LOST)
                .map(this::fault);
    }

    private Answer told(Membership m, Answer answer) {
        Exchanges.note(exchange(m, answer));
        return answer;
    }

    Exchange exchange(Membership m, Answer answer) {
        Integer status = answer instanceof Answer.Unreachable ? null : Integer.valueOf(200);
        return new Exchange("ASK", "fake", m.toString(), status, answer.why(), Duration.ZERO);
    }
}
