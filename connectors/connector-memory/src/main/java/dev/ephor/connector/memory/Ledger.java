package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Changed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who holds what, and the journal of all that was asked; each change and its entry are one. */
final class Ledger {

    private record Key(String tenant, String group, String principal, String access) {
        static Key of(Membership m) {
            return new Key(m.group().tenant(), m.group().id(), m.principal().id(), m.access());
        }

        Changed changed(boolean present) {
            return new Changed(group, principal, access, present);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final Set<Key> held = new HashSet<>();
    private final List<Changed> changes = new ArrayList<>();
    private final List<Effect> journal = new ArrayList<>();

    /** Carries a call out, unless it is to do nothing, and writes down what was said about it. */
    Answer enter(Call call, Membership membership, Misdeed misdeed) {
        lock.lock();
        try {
            boolean changed = misdeed.carriesOut() && change(call, membership);
            boolean present = held.contains(Key.of(membership));
            Answer answer = misdeed.said(call, changed, present);
            journal.add(new Effect(journal.size() + 1, call, membership, changed, answer));
            grown.signalAll();
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /**
     * @return whether anything is different now
     */
    boolean change(Call call, Membership membership) {
        lock.lock();
        try {
            boolean changed =
                    switch (call) {
                        case GRANT -> held.add(Key.of(membership));
                        case WITHDRAW -> held.remove(Key.of(membership));
                        case OBSERVE, LIST, CHECK -> false;
                    };
            if (changed) {
                changes.add(Key.of(membership).changed(call == Call.GRANT));
            }
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /** Every change so far, in order, whoever made it. */
    List<Changed> changes() {
        lock.lock();
        try {
            return List.copyOf(changes);
        } finally {
            lock.unlock();
        }
    }

    Set<String> holders(String tenant, String group, String access) {
        lock.lock();
        try {
            return held.stream()
                    .filter(k -> k.tenant.equals(tenant))
                    .filter(k -> k.group.equals(group) && k.access.equals(access))
                    .map(Key::principal)
                    .collect(Collectors.toUnmodifiableSet());
        } finally {
            lock.unlock();
        }
    }

    List<Effect> journal() {
        lock.lock();
        try {
            return List.copyOf(journal);
        } finally {
            lock.unlock();
        }
    }

    Effect await(Predicate<Effect> wanted, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            for (int next = 0; ; next++) {
                while (next >= journal.size()) {
                    if (nanos <= 0) {
                        throw new IllegalStateException(
                                "no such effect within %s, but %s".formatted(atMost, journal));
                    }
                    nanos = grown.awaitNanos(nanos);
                }
                if (wanted.test(journal.get(next))) {
                    return journal.get(next);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            held.clear();
            changes.clear();
            journal.clear();
        } finally {
            lock.unlock();
        }
    }
}
