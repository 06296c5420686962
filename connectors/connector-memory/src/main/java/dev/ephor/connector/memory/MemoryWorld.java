package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Changed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A directory or target in this process: who holds what, a journal of all that was asked, and
 * faults on command. Every group and principal is known unless the test says otherwise.
 */
public final class MemoryWorld {

    private static final Map<String, MemoryWorld> WORLDS = new ConcurrentHashMap<>();

    private final Ledger ledger = new Ledger();
    private final Orders orders = new Orders();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile String demanded = "";

    private MemoryWorld() {}

    /** The world of this name; the first to ask makes it. */
    public static MemoryWorld named(String name) {
        return WORLDS.computeIfAbsent(name, _ -> new MemoryWorld());
    }

    /** Forgets who holds what, the journal and every order: for the start of a test. */
    public void reset() {
        recover();
        ledger.clear();
        unknown.clear();
        demanded = "";
    }

    /** The ids of the principals that hold the access now. */
    public Set<String> holders(String tenant, String group, String access) {
        return ledger.holders(tenant, group, access);
    }

    /** Gives an access by hand, past the connector: drift. */
    public void put(Membership membership) {
        ledger.change(Call.GRANT, membership);
    }

    /** Takes an access by hand, past the connector: drift. */
    public void take(Membership membership) {
        ledger.change(Call.WITHDRAW, membership);
    }

    /** Everything that was asked through connectors, in order. */
    public List<Effect> journal() {
        return ledger.journal();
    }

    /**
     * Waits for an effect, those of the past included.
     *
     * @throws IllegalStateException when none came within that time; lists what came
     */
    public Effect await(Predicate<Effect> wanted, Duration atMost) throws InterruptedException {
        return ledger.await(wanted, atMost);
    }

    /** From now on a group or principal of this id is not known here. */
    public void forget(String id) {
        unknown.add(id);
    }

    /** From now on only a connector that was opened with this token is let in. */
    public void demand(String token) {
        demanded = token;
    }

    /** The next so many calls do nothing and answer so; for instance {@code Transient}. */
    public void fail(Call call, int times, Answer answer) {
        orders.add(call, new Misdeed.Fail(answer), times);
    }

    /** Every such call does nothing and answers so, until {@link #recover}. */
    public void fail(Call call, Answer answer) {
        orders.add(call, new Misdeed.Fail(answer), Orders.ALWAYS);
    }

    /** The next so many calls do what they are asked for, and answer so all the same. */
    public void loseAnswer(Call call, int times, Answer answer) {
        orders.add(call, new Misdeed.LoseAnswer(answer), times);
    }

    /** Every such call does nothing and says the opposite, until {@link #recover}. */
    public void lie(Call call) {
        orders.add(call, new Misdeed.Lie(), Orders.ALWAYS);
    }

    /** Holds the next such call before it does anything. */
    public Hold hold(Call call) {
        return orders.hold(call);
    }

    /** Ends every fault, and lets calls go that are yet to be held. */
    public void recover() {
        orders.clear();
    }

    /** Connectors onto this world that are open now. */
    public int openConnections() {
        return open.get();
    }

    /** Connectors onto this world that were ever opened. */
    public int openedConnections() {
        return opened.get();
    }

    void connected() {
        open.incrementAndGet();
        opened.incrementAndGet();
    }

    void disconnected() {
        open.decrementAndGet();
    }

    List<Answer> answer(Call call, String token, List<Membership> memberships) {
        orders.takeHold(call).ifPresent(Hold::pass);
        Misdeed misdeed = orders.take(call);
        List<Answer> answers =
                memberships.stream()
                        .map(m -> ledger.enter(call, m, befalling(misdeed, token, m)))
                        .toList();
        Told.of(call, memberships, answers);
        return answers;
    }

    /** What a check says. */
    Answer answer(String token) {
        return failed(Call.CHECK, token).orElse(new Answer.Applied(false));
    }

    /** What is to be said instead of the truth; empty: nothing goes wrong. */
    Optional<Answer> failed(Call call, String token) {
        orders.takeHold(call).ifPresent(Hold::pass);
        return switch (demandOr(orders.take(call), token)) {
            case Misdeed.Fail(Answer answer) -> Optional.of(answer);
            case Misdeed.LoseAnswer(Answer answer) -> Optional.of(answer);
            case Misdeed.None _, Misdeed.Lie _ -> Optional.empty();
        };
    }

    boolean knows(String id) {
        return !unknown.contains(id);
    }

    /** Everything that anybody ever changed here, in order. */
    List<Changed> changes() {
        return ledger.changes();
    }

    private Misdeed demandOr(Misdeed ordered, String token) {
        return demanded.isEmpty() || demanded.equals(token)
                ? ordered
                : rejected("the token was refused: mend the secret that tokenRef names");
    }

    private Misdeed befalling(Misdeed ordered, String token, Membership m) {
        if (unknown.contains(m.group().id())) {
            return rejected("there is no group " + m.group().id());
        }
        if (unknown.contains(m.principal().id())) {
            return rejected("there is no principal " + m.principal().id());
        }
        return demandOr(ordered, token);
    }

    private static Misdeed rejected(String reason) {
        return new Misdeed.Fail(new Answer.Rejected(reason));
    }
}
